package org.kizuna.ledger;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.kizuna.shared.KeptSums;

/** Holds {@code ledger_unconfirmed} and {@code ledger_unsettled} against the ledger. */
@Dependent
class UnconfirmedReceiptsCheck implements KeptSums {

    private static final String SQL = "SELECT t.entry_id, t.recorded_by, SUM(t.due), SUM(t.kept) FROM ("
            + "SELECT e.id AS entry_id, e.recorded_by, 1 AS due, 0 AS kept FROM " + UnconfirmedReceipts.DUE
            + " UNION ALL SELECT entry_id, recorded_by, 0, 1 FROM ledger_unconfirmed) t"
            + " GROUP BY t.entry_id, t.recorded_by HAVING SUM(t.due) <> SUM(t.kept)";

    private static final String UNSETTLED = "SELECT t.entry_id, SUM(t.due), SUM(t.kept) FROM (SELECT e.id AS entry_id,"
            + " 1 AS due, 0 AS kept FROM ledger_entry e LEFT JOIN ledger_entry r ON r.id = e.reverses_id"
            + " LEFT JOIN ledger_confirmation k ON k.entry_id = COALESCE(e.reverses_id, e.id)"
            + " WHERE COALESCE(r.kind, e.kind) IN ('RECEIPT', 'IN_KIND') AND k.id IS NULL"
            + " UNION ALL SELECT entry_id, 0, 1 FROM ledger_unsettled) t"
            + " GROUP BY t.entry_id HAVING SUM(t.due) <> SUM(t.kept)";

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @SuppressWarnings("NullAway.Init")
    UnconfirmedReceiptsCheck() {}

    /** One statement sees both as of one moment. */
    @Override
    public void check(Visitor visitor) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(SQL);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                visitor.differs(
                        "ledger_unconfirmed, entry_id " + row.getLong(1) + ", recorded_by " + row.getString(2),
                        "rows",
                        row.getString(3),
                        row.getString(4));
            }
            checkUnsettled(connection, visitor);
        } catch (SQLException e) {
            throw new IllegalStateException("What waits to be confirmed could not be read", e);
        }
    }

    private static void checkUnsettled(Connection connection, Visitor visitor) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(UNSETTLED);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                visitor.differs(
                        "ledger_unsettled, entry_id " + row.getLong(1), "rows", row.getString(2), row.getString(3));
            }
        }
    }
}
