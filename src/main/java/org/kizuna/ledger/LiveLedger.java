package org.kizuna.ledger;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kizuna.contribution.Contribution;
import org.kizuna.shared.LiveAmounts;

/** The ledger as its table holds it, for those who can't see this room. */
@Dependent
class LiveLedger implements LiveAmounts {

    private static final int AT_ONCE = 1000;
    private static final String ROW = "SELECT id, currency, measure, exact_amount FROM ledger_entry WHERE ";

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @SuppressWarnings("NullAway.Init")
    LiveLedger() {}

    @Override
    public String kind() {
        return LedgerEntry.class.getSimpleName();
    }

    @Override
    public String ownerKind() {
        return Contribution.class.getSimpleName();
    }

    @Override
    public void each(@Nullable Collection<Long> owners, Visitor visitor) {
        try (Connection connection = dataSource.getConnection()) {
            if (owners == null) {
                all(connection, visitor);
                return;
            }
            List<Long> ids = new ArrayList<>(owners);
            for (int from = 0; from < ids.size(); from += AT_ONCE) {
                List<Long> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
                String marks = String.join(",", Collections.nCopies(some.size(), "?"));
                show(connection, ROW + "contribution_id IN (" + marks + ")", some, visitor);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The ledger could not be read", e);
        }
    }

    /** Page by page, as the driver would fetch all of them at once. */
    private static void all(Connection connection, Visitor visitor) throws SQLException {
        Long last = Long.MIN_VALUE;
        while (last != null) {
            last = show(connection, ROW + "id > ? ORDER BY id LIMIT " + AT_ONCE, List.of(last), visitor);
        }
    }

    private static @Nullable Long show(Connection connection, String sql, List<Long> parameters, Visitor visitor)
            throws SQLException {
        Long last = null;
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                query.setLong(i + 1, parameters.get(i));
            }
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    last = row.getLong(1);
                    visitor.amount(last, row.getString(2), row.getString(3), row.getBigDecimal(4));
                }
            }
        }
        return last;
    }
}
