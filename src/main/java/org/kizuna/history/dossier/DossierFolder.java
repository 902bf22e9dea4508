package org.kizuna.history.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Where dossiers are kept that were made in the background. System property {@code kizuna.dossiers} names the folder;
 * in a cluster every server sees the same.
 */
@ApplicationScoped
class DossierFolder {

    Path file(String id) throws IOException {
        return folder().resolve(id + ".zip");
    }

    /** What workers left half made, and nobody has written to since that moment. */
    void deleteUnfinished(Instant untouchedSince) throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder(), "*.zip.*")) {
            for (Path part : parts) {
                if (Files.getLastModifiedTime(part).toInstant().isBefore(untouchedSince)) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }

    private static Path folder() throws IOException {
        String data = System.getProperty("jboss.server.data.dir", System.getProperty("java.io.tmpdir"));
        return Files.createDirectories(Path.of(System.getProperty("kizuna.dossiers", data + "/dossiers")));
    }
}
