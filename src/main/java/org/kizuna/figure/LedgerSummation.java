package org.kizuna.figure;

import com.ibm.icu.util.Currency;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Brings the sums of the ledger up to date, in a transaction of its own. One server at a time: each round holds the
 * rows of the currencies, which who publishes a rate marks.
 */
@PermitAll
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class LedgerSummation {

    /** MariaDB makes a table of a list of a thousand, and then reads all there is beside it. */
    private static final int AT_ONCE = 900;

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    /** @return whether there may be more to do */
    public boolean round() {
        try (Connection connection = dataSource.getConnection()) {
            if (!isAnythingToDo(connection)) {
                return false;
            }
            List<Kept> kept = kept(connection);
            for (Kept currency : kept) {
                if (currency.stale()) {
                    makeAnew(connection, currency.currency());
                    return true;
                }
            }
            if (isAnything(connection, "SELECT stale FROM ledger_known_sum_state FOR UPDATE")) {
                makeKnownAnew(connection);
                return true;
            }
            return add(connection, kept);
        } catch (SQLException e) {
            throw new IllegalStateException("The ledger could not be summed up", e);
        }
    }

    private static boolean isAnythingToDo(Connection connection) throws SQLException {
        return isAnything(
                connection,
                "SELECT EXISTS (SELECT 1 FROM ledger_unsummed) OR EXISTS (SELECT 1 FROM ledger_unmoved) OR EXISTS (SELECT 1 FROM ledger_sum_currency"
                        + " WHERE stale) OR EXISTS (SELECT 1 FROM ledger_known_sum_state WHERE stale)");
    }

    private static boolean isAnything(Connection connection, String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static List<Kept> kept(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                        "SELECT currency, stale FROM ledger_sum_currency ORDER BY currency FOR UPDATE");
                ResultSet row = query.executeQuery()) {
            List<Kept> kept = new ArrayList<>();
            while (row.next()) {
                kept.add(new Kept(Currency.getInstance(row.getString(1)), row.getBoolean(2)));
            }
            return kept;
        }
    }

    private static void makeAnew(Connection connection, Currency currency) throws SQLException {
        String code = currency.getCurrencyCode();
        run(connection, "DELETE FROM ledger_sum WHERE currency = '" + code + "'");
        run(
                connection,
                SumCells.OF_DONOR_AND_INSTRUMENT.add(
                        code, EntryValueSql.of(currency).ofSummedEntries()));
        String cells = SumCells.OF_DONOR_AND_INSTRUMENT.kept(code);
        run(connection, SumCells.OF_DONOR.add(code, cells));
        run(connection, SumCells.OF_INSTRUMENT.add(code, cells));
        run(connection, "UPDATE ledger_sum_currency SET stale = FALSE WHERE currency = '" + code + "'");
    }

    private static void makeKnownAnew(Connection connection) throws SQLException {
        run(connection, "DELETE FROM ledger_known_sum");
        run(connection, RecordingMonthSums.add(EntryValueSql.SUMMED, RecordingMonthSums.MOVED));
        run(connection, "UPDATE ledger_known_sum_state SET stale = FALSE");
    }

    private static boolean add(Connection connection, List<Kept> kept) throws SQLException {
        List<Long> ids = unsummed(connection);
        if (ids.isEmpty()) {
            return move(connection, kept);
        }
        String some = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
        for (Kept currency : kept) {
            String entries = EntryValueSql.of(currency.currency()).ofEntries(some);
            for (SumCells cells : SumCells.values()) {
                run(connection, cells.add(currency.currency().getCurrencyCode(), entries));
            }
        }
        run(connection, RecordingMonthSums.add("e.id IN (" + some + ")", RecordingMonthSums.NONE));
        // by the index: reading all would wait for who is entering more
        run(connection, "DELETE u FROM ledger_unsummed u FORCE INDEX (PRIMARY) WHERE u.entry_id IN (" + some + ")");
        return true;
    }

    /** What was confirmed goes from one column of its cells to the other, once it is in them. */
    private static boolean move(Connection connection, List<Kept> kept) throws SQLException {
        List<Long> ids = ids(
                connection,
                "SELECT m.entry_id FROM ledger_unmoved m WHERE NOT EXISTS (SELECT 1 FROM ledger_unsummed u"
                        + " WHERE u.entry_id = m.entry_id) ORDER BY m.entry_id LIMIT " + AT_ONCE);
        if (ids.isEmpty()) {
            return false;
        }
        String these = "e.id IN (" + ids.stream().map(String::valueOf).collect(Collectors.joining(",")) + ")";
        for (Kept currency : kept) {
            String moves = EntryValueSql.of(currency.currency()).ofMoves(these);
            for (SumCells cells : SumCells.values()) {
                run(connection, cells.add(currency.currency().getCurrencyCode(), moves));
            }
        }
        run(connection, RecordingMonthSums.add(RecordingMonthSums.NONE, these));
        run(
                connection,
                "DELETE e FROM ledger_unmoved e FORCE INDEX (PRIMARY) WHERE " + these.replace("e.id", "e.entry_id"));
        return ids.size() == AT_ONCE;
    }

    private static List<Long> unsummed(Connection connection) throws SQLException {
        return ids(connection, "SELECT entry_id FROM ledger_unsummed ORDER BY entry_id LIMIT " + AT_ONCE);
    }

    private static List<Long> ids(Connection connection, String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            List<Long> ids = new ArrayList<>();
            while (row.next()) {
                ids.add(row.getLong(1));
            }
            return ids;
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }

    /** A currency that sums are kept in. */
    private record Kept(Currency currency, boolean stale) {}
}
