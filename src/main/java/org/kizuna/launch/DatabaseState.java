package org.kizuna.launch;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What the database holds before the server starts.
 *
 * @param fresh nobody has an account yet
 * @param interrupted the sample data were not loaded to their end
 * @param samples it holds the sample accounts, whose passwords everybody knows
 */
record DatabaseState(boolean fresh, boolean interrupted, boolean samples) {

    static DatabaseState of(Database database) {
        try (Connection connection = database.application().connect();
                Statement statement = connection.createStatement()) {
            boolean fresh = !exists(statement, "SELECT 1 FROM account LIMIT 1");
            boolean samples = exists(statement, "SELECT 1 FROM setting WHERE name = 'samples' LIMIT 1");
            boolean interrupted =
                    exists(statement, "SELECT 1 FROM setting WHERE name = 'samples' AND value <> 'loaded' LIMIT 1");
            return new DatabaseState(fresh, interrupted, samples);
        } catch (SQLException e) {
            throw new LaunchFailure(
                    "The database can't be read as " + database.application().user() + ": " + e.getMessage() + ".", e);
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
