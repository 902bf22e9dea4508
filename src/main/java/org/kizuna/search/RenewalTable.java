package org.kizuna.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** How far the words of a kind's older records have been made anew. Its row is held until the transaction ends. */
record RenewalTable(Connection connection, String kind) {

    static RenewalTable of(Connection connection, String kind) {
        return new RenewalTable(connection, kind);
    }

    /** Id of the last record that is done, or null where all have the form. */
    @Nullable
    Long after(int form) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT IGNORE INTO search_renewal (kind, form, record_id) VALUES (?, 0, 0)")) {
            insert.setString(1, kind);
            insert.executeUpdate();
        }
        try (PreparedStatement query =
                connection.prepareStatement("SELECT form, record_id FROM search_renewal WHERE kind = ? FOR UPDATE")) {
            query.setString(1, kind);
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getInt(1) != form ? row.getLong(2) : null;
            }
        }
    }

    void reached(long id) throws SQLException {
        write(0, id);
    }

    void done(int form) throws SQLException {
        write(form, 0);
    }

    private void write(int form, long id) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE search_renewal SET form = ?, record_id = ? WHERE kind = ?")) {
            update.setInt(1, form);
            update.setLong(2, id);
            update.setString(3, kind);
            update.executeUpdate();
        }
    }
}
