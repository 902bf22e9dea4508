package org.kizuna.endtoend;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.stream.Stream;

/** The database as its owner reaches it, past the application. */
final class OwnersDatabase {

    private OwnersDatabase() {}

    /** @param data folder that the server was started on */
    static Connection of(Launched kizuna, Path data) throws IOException, SQLException {
        Properties secrets = new Properties();
        try (Reader reader = Files.newBufferedReader(data.resolve("kizuna.properties"))) {
            secrets.load(reader);
        }
        String port = kizuna.processes().stream()
                .flatMap(process -> process.info().arguments().stream().flatMap(Stream::of))
                .filter(argument -> argument.startsWith("--port="))
                .map(argument -> argument.substring("--port=".length()))
                .findFirst()
                .orElseThrow();
        return DriverManager.getConnection(
                "jdbc:mysql://127.0.0.1:" + port + "/kizuna",
                "kizuna_owner",
                secrets.getProperty("database.owner.password"));
    }
}
