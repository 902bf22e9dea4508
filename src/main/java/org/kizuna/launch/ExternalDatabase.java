package org.kizuna.launch;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;

/** The MySQL server named in the environment. It is neither started nor stopped here. */
final class ExternalDatabase implements Database {

    private static final int ACCESS_DENIED_FOR_USER = 1044;
    private static final int NEEDS_PRIVILEGE = 1227;
    private static final int COMMAND_DENIED = 1142;

    private final Account owner;
    private final Account application;

    private ExternalDatabase(Account owner, Account application) {
        this.owner = owner;
        this.application = application;
    }

    static ExternalDatabase connect(GivenDatabase given, DataFolder folder, Progress progress) {
        Account owner = new Account(
                Account.withSettings(withParameter(given.jdbcUrl(), "createDatabaseIfNotExist=true")),
                given.user(),
                given.password());
        String url = Account.withSettings(given.jdbcUrl());
        try (Connection connection = owner.connect()) {
            return new ExternalDatabase(owner, application(given, url, connection, folder, progress));
        } catch (SQLException e) {
            throw new LaunchFailure(
                    "The database " + address(given.url()) + " can't be reached as " + given.user() + " ("
                            + firstLine(e) + "); " + remedy(e),
                    e);
        }
    }

    private static Account application(
            GivenDatabase given, String url, Connection connection, DataFolder folder, Progress progress)
            throws SQLException {
        if (given.appUser() != null) {
            String password = given.appPassword() == null ? "" : given.appPassword();
            return new Account(url, given.appUser(), password);
        }
        String password = folder.secret("database.application.password");
        try (Statement statement = connection.createStatement()) {
            String user = "'kizuna_app'@'" + given.appHost() + "' IDENTIFIED BY '" + password + "'";
            statement.execute("CREATE USER IF NOT EXISTS " + user);
            statement.execute("ALTER USER " + user);
            return new Account(url, "kizuna_app", password);
        } catch (SQLException e) {
            if (e.getErrorCode() != ACCESS_DENIED_FOR_USER
                    && e.getErrorCode() != NEEDS_PRIVILEGE
                    && e.getErrorCode() != COMMAND_DENIED) {
                throw e;
            }
            progress.note("WARNING: " + given.user() + " may not create accounts, so the application runs as "
                    + given.user() + " and the database does not protect the journal from it."
                    + " Name an account of its own with KIZUNA_DB_APP_USER and KIZUNA_DB_APP_PASSWORD.");
            return new Account(url, given.user(), given.password());
        }
    }

    private static String withParameter(String url, String parameter) {
        return url + (url.contains("?") ? "&" : "?") + parameter;
    }

    private static String address(String url) {
        URI uri = URI.create(url.substring("jdbc:".length()).split("\\?", 2)[0]);
        return uri.getAuthority() + uri.getPath();
    }

    private static String remedy(SQLException e) {
        return firstLine(e).startsWith("Public Key Retrieval")
                ? "let it speak TLS and set KIZUNA_DB_TLS=REQUIRED, or trust the network and add"
                        + " allowPublicKeyRetrieval=true to KIZUNA_DB_URL."
                : "check KIZUNA_DB_URL, KIZUNA_DB_USER, KIZUNA_DB_PASSWORD and KIZUNA_DB_TLS.";
    }

    private static String firstLine(SQLException e) {
        String message = e.getMessage();
        return message == null ? "no reason given" : message.lines().findFirst().orElse("no reason given");
    }

    @Override
    public Account owner() {
        return owner;
    }

    @Override
    public Account application() {
        return application;
    }

    @Override
    public CompletableFuture<Integer> ended() {
        return new CompletableFuture<>();
    }

    @Override
    public String whyEnded(int exit) {
        return "The database server was stopped.";
    }

    @Override
    public void close() {
        // it is not ours to stop
    }
}
