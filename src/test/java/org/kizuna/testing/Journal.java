package org.kizuna.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Looks at the database beside the application, as somebody with a client would. */
public final class Journal {

    private final DataSource dataSource;

    public Journal(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The rows of a query, each as the text of its columns. */
    public List<List<String>> rows(String sql, Object... parameters) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setObject(i + 1, parameters[i]);
            }
            List<List<String>> rows = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    List<String> columns = new ArrayList<>();
                    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        columns.add(String.valueOf(row.getString(column)));
                    }
                    rows.add(columns);
                }
            }
            return rows;
        }
    }

    public long number(String sql, Object... parameters) throws SQLException {
        return Long.parseLong(rows(sql, parameters).get(0).get(0));
    }

    /** Runs a statement that changes something. */
    public void attempt(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }
}
