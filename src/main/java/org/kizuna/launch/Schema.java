package org.kizuna.launch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.output.MigrateResult;

/** Brings the tables up to date and gives the application's account exactly the rights it needs on them. */
public final class Schema {

    /** A table whose comment begins so gets INSERT and SELECT only. */
    private static final String APPEND_ONLY = "append-only";

    private Schema() {}

    /** @return number of migrations applied */
    static int migrate(Database database) {
        Flyway flyway = Flyway.configure()
                .dataSource(
                        database.owner().url(),
                        database.owner().user(),
                        database.owner().password())
                .locations("classpath:db/migration")
                .validateMigrationNaming(true)
                .load();
        for (MigrationInfo migration : flyway.info().all()) {
            if (migration.getState().isApplied() && !migration.getState().isResolved()) {
                throw new LaunchFailure("The database was migrated by a newer Kizuna (version " + migration.getVersion()
                        + "); start that version or use another database.");
            }
        }
        try {
            MigrateResult result = flyway.migrate();
            grant(database);
            return result.migrationsExecuted;
        } catch (FlywayException e) {
            throw new LaunchFailure("The tables can't be brought up to date: " + e.getMessage(), e);
        } catch (SQLException e) {
            throw new LaunchFailure("The rights of the application's account can't be set: " + e.getMessage() + ".", e);
        }
    }

    private static void grant(Database database) throws SQLException {
        if (database.application().user().equals(database.owner().user())) {
            return;
        }
        try (Connection connection = database.owner().connect();
                Statement statement = connection.createStatement()) {
            String account = grantee(database.application());
            for (TableRights table : tables(connection)) {
                statement.execute("GRANT " + table.rights() + " ON `" + table.schema() + "`.`" + table.name() + "` TO "
                        + account);
            }
        }
    }

    /** The account as the server knows it, host pattern included. */
    private static String grantee(Database.Account account) throws SQLException {
        // before its first grant the account may connect to the server, but not to the database
        try (Connection connection = account.toServer().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT CURRENT_USER()")) {
            row.next();
            String user = row.getString(1);
            int at = user.lastIndexOf('@');
            return "'" + user.substring(0, at).replace("'", "''") + "'@'" + user.substring(at + 1) + "'";
        }
    }

    private static List<TableRights> tables(Connection connection) throws SQLException {
        List<TableRights> tables = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT table_schema, table_name, table_comment"
                        + " FROM information_schema.tables"
                        + " WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'"
                        + " AND table_name <> 'flyway_schema_history'");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                String rights =
                        rows.getString(3).startsWith(APPEND_ONLY) ? "SELECT, INSERT" : "SELECT, INSERT, UPDATE, DELETE";
                tables.add(new TableRights(rows.getString(1), rows.getString(2), rights));
            }
        }
        return tables;
    }

    private record TableRights(String schema, String name, String rights) {}
}
