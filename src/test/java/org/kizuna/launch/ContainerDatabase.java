package org.kizuna.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Gives the in-container suite a migrated database before its server starts: the built-in one, or the MySQL server
 * named in the environment. Does nothing for other tests.
 */
public class ContainerDatabase implements LauncherSessionListener {

    private @Nullable DataFolder folder;
    private @Nullable Database database;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (!"container".equals(System.getProperty("kizuna.tests"))) {
            return;
        }
        BuildLayout house = BuildLayout.here();
        Progress progress = new Progress(
                new java.io.PrintStream(System.err, true, StandardCharsets.UTF_8),
                new java.io.PrintStream(System.out, true, StandardCharsets.UTF_8));
        try {
            Path data = Files.createTempDirectory("kizuna-container");
            folder = DataFolder.open(data, house.build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        GivenDatabase given = GivenDatabase.from(System.getenv());
        database = given == null ? embedded(house, folder) : ExternalDatabase.connect(given, folder, progress);
        Schema.migrate(database);
        System.setProperty("kizuna.app.db.url", database.application().url().replace("&", "&amp;"));
        System.setProperty("kizuna.app.db.user", database.application().user());
        System.setProperty("kizuna.app.db.password", database.application().password());
        System.setProperty("kizuna.owner.db.user", database.owner().user());
        System.setProperty("kizuna.owner.db.password", database.owner().password());
        System.setProperty("kizuna.http.port", Integer.toString(EmbeddedDatabase.freePort()));
        System.setProperty("kizuna.management.port", Integer.toString(EmbeddedDatabase.freePort()));
    }

    private static EmbeddedDatabase embedded(BuildLayout house, DataFolder folder) {
        EmbeddedDatabase database = EmbeddedDatabase.start(house, folder);
        database.awaitReady();
        return database;
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (database != null) {
            database.close();
        }
        if (folder != null) {
            folder.close();
            folder.delete();
        }
    }
}
