package org.kizuna.contribution;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.kizuna.shared.KeptSums;

/** Holds every cell of {@code ledger_sum} against the entries it takes in. */
@Dependent
class LedgerSumsCheck implements KeptSums {

    private static final List<String> FIGURES = List.of(SumCells.FIGURES.split(", "));

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @SuppressWarnings("NullAway.Init")
    LedgerSumsCheck() {}

    @Override
    public void check(Visitor visitor) {
        try (Connection connection = dataSource.getConnection()) {
            for (String currency : currencies(connection)) {
                for (SumCells cells : SumCells.values()) {
                    compare(connection, currency, cells, visitor);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The sums of the ledger could not be read", e);
        }
    }

    private static List<String> currencies(Connection connection) throws SQLException {
        try (PreparedStatement query =
                        connection.prepareStatement("SELECT currency FROM ledger_sum_currency WHERE NOT stale");
                ResultSet row = query.executeQuery()) {
            List<String> currencies = new ArrayList<>();
            while (row.next()) {
                currencies.add(row.getString(1));
            }
            return currencies;
        }
    }

    /** One statement sees the entries, the cells, what is still to be added and the rates as of one moment. */
    private static void compare(Connection connection, String currency, SumCells cells, Visitor visitor)
            throws SQLException {
        String entries = EntryWorth.of(Currency.getInstance(currency)).ofSummedEntries();
        String sql = "SELECT t.instrument, t.donor_id, t.value_year" + columns() + " FROM (SELECT 0 AS kept, s.* FROM ("
                + cells.sums(entries) + ") s UNION ALL SELECT 1, k.* FROM (" + cells.kept(currency)
                + ") k) t GROUP BY t.instrument, t.donor_id, t.value_year HAVING (" + differences()
                + ") AND (SELECT stale FROM ledger_sum_currency WHERE currency = '" + currency + "') = 0";
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                show(row, currency, visitor);
            }
        }
    }

    private static String columns() {
        return FIGURES.stream()
                .map(figure -> ", SUM(CASE WHEN t.kept = 0 THEN t." + figure + " ELSE 0 END) AS expected_" + figure
                        + ", SUM(CASE WHEN t.kept = 1 THEN t." + figure + " ELSE 0 END) AS found_" + figure)
                .collect(Collectors.joining());
    }

    private static String differences() {
        return FIGURES.stream()
                .map(figure -> "expected_" + figure + " <> found_" + figure)
                .collect(Collectors.joining(" OR "));
    }

    private static void show(ResultSet row, String currency, Visitor visitor) throws SQLException {
        String place = "ledger_sum, currency " + currency + ", instrument " + row.getString(1) + ", donor_id "
                + row.getLong(2) + ", value_year " + row.getInt(3);
        for (String figure : FIGURES) {
            BigDecimal expected = row.getBigDecimal("expected_" + figure);
            BigDecimal found = row.getBigDecimal("found_" + figure);
            if (expected.compareTo(found) != 0) {
                visitor.differs(
                        place,
                        figure,
                        expected.stripTrailingZeros().toPlainString(),
                        found.stripTrailingZeros().toPlainString());
            }
        }
    }
}
