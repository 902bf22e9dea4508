package org.kizuna.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A built-in database of a test's own, with every table and nothing in them. */
public final class MigratedDatabase implements AutoCloseable {

    private final DataFolder folder;
    private final EmbeddedDatabase database;

    public MigratedDatabase() throws IOException {
        BuildLayout house = BuildLayout.here();
        folder = DataFolder.open(Files.createTempDirectory("kizuna-tables"), house.build());
        database = EmbeddedDatabase.start(house, folder);
        database.awaitReady();
        Schema.migrate(database);
    }

    /** As the account that owns the tables: it may do anything. */
    public Connection asOwner() throws SQLException {
        return database.owner().connect();
    }

    /** As the application's account, isolated as the server has it. */
    public Connection asApplication() throws SQLException {
        Connection connection = database.application().connect();
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return connection;
    }

    /** Address, user and password of the application's account. */
    public List<String> application() {
        Database.Account account = database.application();
        return List.of(account.url(), account.user(), account.password());
    }

    @Override
    public void close() {
        database.close();
        folder.close();
        folder.delete();
    }
}
