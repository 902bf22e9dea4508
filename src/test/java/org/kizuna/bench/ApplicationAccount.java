package org.kizuna.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.kizuna.launch.BenchDatabase;

/** The account as which the server is connected to the database. */
final class ApplicationAccount implements AutoCloseable {

    private final BenchDatabase database;
    private final Connection connection;

    ApplicationAccount(BenchDatabase database) throws SQLException {
        this.database = database;
        connection = database.connectAsApplication();
    }

    /** How many connections it has to the database, this one aside. */
    int connections() throws SQLException {
        return Integer.parseInt(String.valueOf(
                        new Floor(connection).one("SELECT COUNT(*) FROM information_schema.processlist")))
                - 1;
    }

    OwnPersistence persistence(boolean journaled) throws SQLException, IOException {
        return new OwnPersistence(database.connectAsApplication(), journaled);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
