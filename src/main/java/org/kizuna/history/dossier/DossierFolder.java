package org.kizuna.history.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where dossiers are kept that were made in the background. System property {@code kizuna.dossiers} names the folder;
 * in a cluster every server sees the same.
 */
@ApplicationScoped
class DossierFolder {

    Path file(String id) throws IOException {
        String data = System.getProperty("jboss.server.data.dir", System.getProperty("java.io.tmpdir"));
        Path folder = Path.of(System.getProperty("kizuna.dossiers", data + "/dossiers"));
        return Files.createDirectories(folder).resolve(id + ".zip");
    }
}
