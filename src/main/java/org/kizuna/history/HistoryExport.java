package org.kizuna.history;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.kizuna.security.Roles;
import org.kizuna.shared.Sql;
import org.kizuna.shared.table.Table;
import org.kizuna.shared.table.Tables;

/**
 * Writes a part of the journal to a file, one row for each field that changed, with the count of rows and the control
 * totals at its end. Memory does not grow with the journal.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HistoryExport {

    private static final int OPEN_END = 9999;
    private static final int AT_ONCE = 500;

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Resource
    private ManagedExecutorService threads;

    @Inject
    private ExportRegister register;

    /**
     * Says that somebody takes this part of history away. It is journaled before the first byte leaves.
     *
     * @return number of the last change set that belongs to it
     */
    @RolesAllowed(Roles.AUDITOR)
    public long begin(HistoryScope scope, Table.Format format) {
        return register.begin(scope, format.name());
    }

    /**
     * Writes the changes in the scope, up to a change set, and journals what left.
     *
     * @param upTo what {@link #begin} gave
     */
    @RolesAllowed(Roles.AUDITOR)
    public void write(HistoryScope scope, Table.Format format, long upTo, OutputStream out) throws IOException {
        MessageDigest digest = sha256();
        ControlTotals totals = new ControlTotals();
        try (Connection connection = dataSource.getConnection();
                Connection beside = dataSource.getConnection();
                Table table = Tables.open(format, new DigestOutputStream(out, digest), "History", HistoryRows.HEADER)) {
            if (scope.cooperation() == null) {
                everything(connection, new PersonalData(beside), scope, upTo, table, totals);
            } else {
                cooperation(connection, scope, upTo, table, totals);
            }
            HistoryRows.close(table, totals);
        } catch (SQLException e) {
            throw new IllegalStateException("The journal could not be read", e);
        }
        register.end(upTo, totals.figures(), HexFormat.of().formatHex(digest.digest()));
    }

    private void everything(
            Connection connection,
            PersonalData persons,
            HistoryScope scope,
            long upTo,
            Table table,
            ControlTotals totals)
            throws SQLException, IOException {
        JournalScan scan = new JournalScan(connection);
        long end = scope.to() == null ? upTo : Math.min(upTo, scan.newest(scope.to()));
        List<Object> parameters = new ArrayList<>(List.of(scan.oldest(scope.from()), end));
        String period = period(scope, parameters);
        // asked for in the order of the positions, too, the database would sort all there is before the first row
        String sql = "SELECT " + JournalReader.COLUMNS + " FROM journal_change_set s FORCE INDEX (PRIMARY)"
                + " LEFT JOIN journal_change c FORCE INDEX (PRIMARY) ON c.change_set_id = s.id"
                + " WHERE s.id BETWEEN ? AND ?" + period + " ORDER BY s.id";
        JournalReader reader = new JournalReader(connection);
        JournalPlace[] last = {new JournalPlace(0, -1)};
        ReadAhead.<JournalEntry>through(threads, ahead -> reader.stream(sql, parameters, persons, ahead), part -> {
            for (JournalEntry entry : part) {
                JournalPlace place = new JournalPlace(entry.changeSet(), entry.position());
                requireOrder(last[0], place);
                last[0] = place;
                HistoryRows.write(entry, table, totals);
            }
        });
    }

    private static void requireOrder(JournalPlace before, JournalPlace place) {
        if (place.changeSet() == before.changeSet() && place.position() <= before.position()) {
            throw new IllegalStateException(
                    "The changes of change set " + place.changeSet() + " did not come in their order");
        }
    }

    /** Days are UTC's, as those of a dossier, which the same page asks for; the year 9999 is an open end. */
    private static String period(HistoryScope scope, List<Object> parameters) {
        StringBuilder conditions = new StringBuilder();
        if (scope.from() != null) {
            conditions.append(" AND s.recorded_at >= ?");
            parameters.add(scope.from().atStartOfDay());
        }
        if (scope.to() != null && scope.to().getYear() < OPEN_END) {
            conditions.append(" AND s.recorded_at < ?");
            parameters.add(scope.to().plusDays(1).atStartOfDay());
        }
        return conditions.toString();
    }

    private static void cooperation(
            Connection connection, HistoryScope scope, long upTo, Table table, ControlTotals totals)
            throws SQLException, IOException {
        CooperationScope records = new CooperationScope(connection, upTo);
        List<JournalPlace> places =
                records.changes(records.around(java.util.Objects.requireNonNull(scope.cooperation())));
        for (int from = 0; from < places.size(); from += AT_ONCE) {
            List<JournalPlace> some = places.subList(from, Math.min(places.size(), from + AT_ONCE));
            List<Object> parameters = new ArrayList<>();
            some.forEach(place -> {
                parameters.add(place.changeSet());
                parameters.add(place.position());
            });
            String marks = Sql.marks(some.size(), "(?,?)");
            String period = period(scope, parameters);
            List<JournalEntry> entries = new JournalReader(connection)
                    .read(
                            "SELECT " + JournalReader.COLUMNS + " FROM journal_change c JOIN journal_change_set s"
                                    + " ON s.id = c.change_set_id WHERE (c.change_set_id, c.position) IN (" + marks
                                    + ")"
                                    + period + " ORDER BY c.change_set_id, c.position",
                            parameters);
            for (JournalEntry entry : entries) {
                HistoryRows.write(entry, table, totals);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
