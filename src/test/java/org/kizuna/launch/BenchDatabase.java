package org.kizuna.launch;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** A database of its own, as the start makes it, that stays up while servers come and go. */
public final class BenchDatabase implements AutoCloseable {

    private final DataFolder folder;
    private final EmbeddedDatabase database;

    private BenchDatabase(DataFolder folder, EmbeddedDatabase database) {
        this.folder = folder;
        this.database = database;
    }

    /** Starts it and brings its tables up to date. */
    public static BenchDatabase open(Path path) {
        House house = House.here();
        DataFolder folder = DataFolder.open(path, house.build());
        EmbeddedDatabase database = EmbeddedDatabase.start(house, folder);
        database.awaitReady();
        Schema.migrate(database);
        return new BenchDatabase(folder, database);
    }

    /** A connection of the tables' owner. */
    public Connection connect() throws SQLException {
        return database.owner().connect();
    }

    /** A connection of the application's own account, which sees what else that account has connected. */
    public Connection connectAsApplication() throws SQLException {
        return database.application().connect();
    }

    /** What a start wants to know that is to use this database. */
    public Map<String, String> environment() {
        String url = database.owner().url();
        return Map.of(
                "KIZUNA_DB_URL", url.substring(0, url.indexOf('?')),
                "KIZUNA_DB_USER", database.owner().user(),
                "KIZUNA_DB_PASSWORD", database.owner().password(),
                "KIZUNA_DB_APP_USER", database.application().user(),
                "KIZUNA_DB_APP_PASSWORD", database.application().password());
    }

    public boolean isFilled() {
        return !Contents.of(database).fresh();
    }

    @Override
    public void close() {
        database.close();
        folder.close();
    }
}
