package org.kizuna.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Hand-written SQL over one connection. */
public final class Floor {

    private final Connection connection;

    Floor(Connection connection) {
        this.connection = connection;
    }

    /** Reads every column of every row. */
    public int read(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            set(query, parameters);
            try (ResultSet row = query.executeQuery()) {
                int columns = row.getMetaData().getColumnCount();
                int rows = 0;
                while (row.next()) {
                    for (int column = 1; column <= columns; column++) {
                        row.getString(column);
                    }
                    rows++;
                }
                return rows;
            }
        }
    }

    /** The first column of the first row. */
    public @Nullable String one(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            set(query, parameters);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    public int write(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, parameters);
            return statement.executeUpdate();
        }
    }

    /** All of it commits as one. */
    public void together(Work work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            work.run();
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
    }

    public Connection connection() {
        return connection;
    }

    private static void set(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    /** Statements. */
    @FunctionalInterface
    public interface Work {
        void run() throws SQLException;
    }
}
