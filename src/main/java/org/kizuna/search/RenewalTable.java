package org.kizuna.search;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Sql;

/** How far the words of a kind's older records have been made anew. Its row is held until the transaction ends. */
record RenewalTable(Connection connection, String kind) {

    static RenewalTable of(Connection connection, String kind) {
        return new RenewalTable(connection, kind);
    }

    /** Id of the last record that is done, or null where all have the form. */
    @Nullable
    Long after(int form) throws SQLException {
        Sql.on(connection, "INSERT IGNORE INTO search_renewal (kind, form, record_id) VALUES (?, 0, 0)", kind)
                .update();
        return Sql.on(
                        connection,
                        "SELECT record_id FROM search_renewal WHERE kind = ? AND form <> ? FOR UPDATE",
                        kind,
                        form)
                .first(row -> row.getLong(1))
                .orElse(null);
    }

    void reached(long id) throws SQLException {
        write(0, id);
    }

    void done(int form) throws SQLException {
        write(form, 0);
    }

    private void write(int form, long id) throws SQLException {
        Sql.on(connection, "UPDATE search_renewal SET form = ?, record_id = ? WHERE kind = ?", form, id, kind)
                .update();
    }
}
