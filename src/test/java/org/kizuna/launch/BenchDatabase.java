package org.kizuna.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A database of its own, as the start makes it, that stays up while servers come and go. */
public final class BenchDatabase implements AutoCloseable {

    private static final String OWN_SCHEMA = "kizuna_bench";
    private static final long PATIENCE = 60;

    private final DataFolder folder;
    private final Database database;

    private BenchDatabase(DataFolder folder, Database database) {
        this.folder = folder;
        this.database = database;
    }

    /** Starts it and brings its tables up to date. */
    public static BenchDatabase open(Path path) {
        BuildLayout house = BuildLayout.here();
        DataFolder folder = DataFolder.open(path, house.build());
        return new BenchDatabase(folder, embedded(house, folder));
    }

    /**
     * One whose owner may also read what the database is asked. It is empty, and on the MySQL server that the
     * environment names, where it names one.
     */
    public static BenchDatabase watched(Path path) throws IOException, InterruptedException, SQLException {
        BuildLayout house = BuildLayout.here();
        DataFolder folder = DataFolder.open(path, house.build());
        GivenDatabase given = GivenDatabase.from(System.getenv());
        if (given != null) {
            return new BenchDatabase(folder, external(given, folder));
        }
        embedded(house, folder).close();
        allowWatching(house, folder);
        return new BenchDatabase(folder, embedded(house, folder));
    }

    /** An empty one, on the MySQL server that the environment names, where it names one. */
    public static BenchDatabase empty(Path path) throws SQLException {
        BuildLayout house = BuildLayout.here();
        DataFolder folder = DataFolder.open(path, house.build());
        GivenDatabase given = GivenDatabase.from(System.getenv());
        return new BenchDatabase(folder, given == null ? embedded(house, folder) : external(given, folder));
    }

    /** One without tables, on the MySQL server that the environment names, where it names one. */
    public static BenchDatabase bare(Path path) throws SQLException {
        BuildLayout house = BuildLayout.here();
        DataFolder folder = DataFolder.open(path, house.build());
        GivenDatabase given = GivenDatabase.from(System.getenv());
        return new BenchDatabase(folder, given == null ? started(house, folder) : created(given, folder));
    }

    private static EmbeddedDatabase embedded(BuildLayout house, DataFolder folder) {
        EmbeddedDatabase database = started(house, folder);
        Schema.migrate(database);
        return database;
    }

    private static EmbeddedDatabase started(BuildLayout house, DataFolder folder) {
        EmbeddedDatabase database = EmbeddedDatabase.start(house, folder);
        database.awaitReady();
        return database;
    }

    private static Database external(GivenDatabase given, DataFolder folder) throws SQLException {
        Database database = created(given, folder);
        Schema.migrate(database);
        return database;
    }

    private static Database created(GivenDatabase given, DataFolder folder) throws SQLException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        String url = given.url().replaceFirst("(//[^/]+/)[^?]*", "$1" + OWN_SCHEMA);
        GivenDatabase own = new GivenDatabase(
                url,
                given.user(),
                given.password(),
                given.appUser(),
                given.appPassword(),
                given.appHost(),
                given.tls());
        drop(ExternalDatabase.connect(own, folder, new Progress(out, out)));
        return ExternalDatabase.connect(own, folder, new Progress(out, out));
    }

    private static void drop(Database database) throws SQLException {
        try (Connection connection = database.owner().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE " + OWN_SCHEMA);
        }
    }

    /** The database's own administrator has no password and no door; it does this while nobody can connect. */
    private static void allowWatching(BuildLayout house, DataFolder folder) throws IOException, InterruptedException {
        Path sql = Files.writeString(folder.resolve("watch.sql"), """
                FLUSH PRIVILEGES;
                GRANT SUPER ON *.* TO 'kizuna_owner'@'localhost';
                GRANT SELECT, DROP ON mysql.general_log TO 'kizuna_owner'@'localhost';
                """);
        ProcessBuilder start = new ProcessBuilder(
                house.mariadb().resolve("bin/mariadbd").toString(),
                "--defaults-file=" + house.config("mysql/embedded.cnf"),
                "--basedir=" + house.mariadb(),
                "--lc-messages-dir=" + house.mariadb().resolve("share"),
                "--datadir=" + folder.resolve("database"),
                "--user=" + System.getProperty("user.name"),
                "--bootstrap");
        Process bootstrap = start.redirectInput(sql.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("watch.log").toFile())
                .start();
        if (!bootstrap.waitFor(PATIENCE, TimeUnit.SECONDS) || bootstrap.exitValue() != 0) {
            throw new IOException("Not allowed: " + Files.readString(folder.resolve("watch.log")));
        }
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
        return !DatabaseState.of(database).fresh();
    }

    @Override
    public void close() {
        database.close();
        folder.close();
    }
}
