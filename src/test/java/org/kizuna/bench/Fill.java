package org.kizuna.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.kizuna.launch.BenchDatabase;

/** Fills a folder's database. */
final class Fill {

    private Fill() {}

    static void into(BenchDatabase database, Path sealKey, Size size)
            throws SQLException, IOException, GeneralSecurityException {
        Instant begun = Instant.now();
        Bench.say("Filling the database, size " + size);
        Organisation.fill(size, database.connect(), database.connect(), Signer.keptIn(sealKey), month -> {
            if (month % 36 == 0) {
                Bench.say("  " + month / 12 + " years after " + seconds(begun));
            }
        });
        try (Connection connection = database.connect()) {
            Organisation.analyse(connection);
        }
        Bench.say("Filled in " + seconds(begun));
    }

    private static String seconds(Instant begun) {
        return Duration.between(begun, Instant.now()).toSeconds() + " s";
    }
}
