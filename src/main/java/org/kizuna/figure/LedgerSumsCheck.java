package org.kizuna.figure;

import com.ibm.icu.util.Currency;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.kizuna.shared.KeptSums;

/** Holds every cell of {@code ledger_sum} and {@code ledger_known_sum} against the entries it takes in. */
@Dependent
class LedgerSumsCheck implements KeptSums {

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @SuppressWarnings("NullAway.Init")
    LedgerSumsCheck() {}

    @Override
    public void check(Visitor visitor) {
        try (Connection connection = dataSource.getConnection()) {
            for (String currency : currencies(connection)) {
                String entries =
                        EntryValueSql.of(Currency.getInstance(currency)).ofSummedEntries();
                for (SumCells cells : SumCells.values()) {
                    new Cells(
                                    "ledger_sum, currency " + currency,
                                    List.of("instrument", "donor_id", "value_year"),
                                    List.of(SumCells.FIGURES.split(", ")))
                            .compare(
                                    connection,
                                    cells.sums(entries),
                                    cells.kept(currency),
                                    "(SELECT stale FROM ledger_sum_currency WHERE currency = '" + currency + "') = 0",
                                    visitor);
                }
            }
            new Cells(
                            "ledger_known_sum",
                            List.of(RecordingMonthSums.KEYS.split(", ")),
                            List.of(RecordingMonthSums.FIGURES.split(", ")))
                    .compare(
                            connection,
                            RecordingMonthSums.sums(EntryValueSql.SUMMED, RecordingMonthSums.MOVED),
                            "SELECT " + RecordingMonthSums.KEYS + ", " + RecordingMonthSums.FIGURES
                                    + " FROM ledger_known_sum",
                            "(SELECT stale FROM ledger_known_sum_state) = 0",
                            visitor);
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

    /**
     * Cells of one kind.
     *
     * @param place where they are
     * @param keys columns that name a cell
     * @param figures its other columns
     */
    private record Cells(String place, List<String> keys, List<String> figures) {

        /**
         * One statement sees the entries, the cells, what is still to be added and the rates as of one moment.
         *
         * @param sums SQL of the cells as they should be, the keys first
         * @param kept SQL of the cells as they are
         * @param fresh SQL condition: whether they are to be what they should be
         */
        void compare(Connection connection, String sums, String kept, String fresh, Visitor visitor)
                throws SQLException {
            String cell = keys.stream().map(key -> "t." + key).collect(Collectors.joining(", "));
            String sql = "SELECT " + cell + columns() + " FROM (SELECT 0 AS kept, s.* FROM (" + sums
                    + ") s UNION ALL SELECT 1, k.* FROM (" + kept + ") k) t GROUP BY " + cell + " HAVING ("
                    + differences() + ") AND " + fresh;
            try (PreparedStatement query = connection.prepareStatement(sql);
                    ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    show(row, visitor);
                }
            }
        }

        private String columns() {
            return figures.stream()
                    .map(figure -> ", SUM(CASE WHEN t.kept = 0 THEN t." + figure + " ELSE 0 END) AS expected_" + figure
                            + ", SUM(CASE WHEN t.kept = 1 THEN t." + figure + " ELSE 0 END) AS found_" + figure)
                    .collect(Collectors.joining());
        }

        private String differences() {
            return figures.stream()
                    .map(figure -> "expected_" + figure + " <> found_" + figure)
                    .collect(Collectors.joining(" OR "));
        }

        private void show(ResultSet row, Visitor visitor) throws SQLException {
            StringBuilder cell = new StringBuilder(place);
            for (String key : keys) {
                cell.append(", ").append(key).append(' ').append(row.getString(key));
            }
            for (String figure : figures) {
                BigDecimal expected = row.getBigDecimal("expected_" + figure);
                BigDecimal found = row.getBigDecimal("found_" + figure);
                if (expected.compareTo(found) != 0) {
                    visitor.differs(
                            cell.toString(),
                            figure,
                            expected.stripTrailingZeros().toPlainString(),
                            found.stripTrailingZeros().toPlainString());
                }
            }
        }
    }
}
