package org.kizuna.exchange;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.engine.spi.SessionImplementor;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.ManyRows;
import org.kizuna.shared.Sql;

/**
 * What is kept of files while they are looked at, so that each is read once; how columns were matched, by their heads; and
 * which partners an import registered. None of it is a record.
 */
final class ImportTables {

    /** Stands between the cells of a row; no cell has it, as control characters are taken out of them. */
    private static final String BETWEEN = "\u001F";

    /** The line that a sheet's name is kept as. */
    private static final long NAME = 0;

    /** The line that what is wrong with the whole file is kept as. */
    private static final long PROBLEM = -1;

    private static final int AT_ONCE = 2000;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final SessionImplementor session;

    ImportTables(EntityManager entities) {
        session = entities.unwrap(SessionImplementor.class);
    }

    void keep(long batch, BroughtFile file) {
        session.doWork(connection -> {
            ManyRows rows = new ManyRows("import_row", "batch_id, sheet, line, cells");
            Finding problem = file.problem();
            if (problem != null) {
                List<String> parts = new ArrayList<>(List.of(problem.key()));
                problem.arguments().forEach(argument -> parts.add(argument.toString()));
                rows.add(batch, 0L, PROBLEM, String.join(BETWEEN, parts));
            }
            int kept = 0;
            for (int sheet = 0; sheet < file.sheets().size(); sheet++) {
                rows.add(batch, (long) sheet, NAME, file.sheets().get(sheet).name());
                for (SheetRow row : file.sheets().get(sheet).rows()) {
                    rows.add(batch, (long) sheet, row.line(), String.join(BETWEEN, row.cells()));
                    if (++kept % AT_ONCE == 0) {
                        rows.write(connection);
                    }
                }
            }
            rows.write(connection);
        });
    }

    /** @return null where nothing is kept of it */
    @Nullable
    Finding problem(long batch) {
        return session.doReturningWork(connection -> Sql.on(
                                connection,
                                "SELECT cells FROM import_row WHERE batch_id = ? AND sheet = 0 AND line = " + PROBLEM,
                                batch)
                        .first(row -> problem(row.getString(1))))
                .orElse(null);
    }

    private static Finding problem(String cells) {
        String[] parts = cells.split(BETWEEN, -1);
        List<Object> arguments = Stream.of(parts)
                .skip(1)
                .map(part -> NUMBER.matcher(part).matches() ? (Object) Long.valueOf(part) : part)
                .toList();
        return new Finding(Finding.Severity.ERROR, "", parts[0], arguments);
    }

    /** Names of its sheets, in their order; one without a name where it is no workbook, none where nothing is kept. */
    List<String> sheets(long batch) {
        return session.doReturningWork(connection -> Sql.on(
                        connection,
                        "SELECT cells FROM import_row WHERE batch_id = ? AND line = " + NAME + " ORDER BY sheet",
                        batch)
                .list(row -> row.getString(1)));
    }

    List<SheetRow> rows(long batch, int sheet) {
        return session.doReturningWork(connection -> Sql.on(
                        connection,
                        "SELECT line, cells FROM import_row WHERE batch_id = ? AND sheet = ? AND line > 0 ORDER BY line",
                        batch,
                        sheet)
                .list(row ->
                        new SheetRow(row.getLong(1), List.of(row.getString(2).split(BETWEEN, -1)))));
    }

    void forget(long batch) {
        session.doWork(connection -> Sql.on(connection, "DELETE FROM import_row WHERE batch_id = ?", batch)
                .update());
    }

    /** How columns with these heads were matched the last time, or null. */
    @Nullable
    Reading remembered(Collection<SheetRow> rows) {
        Map<String, SheetRow> keys = new HashMap<>();
        rows.forEach(row -> keys.put(key(row), row));
        return session.doReturningWork(connection -> {
            for (String key : keys.keySet()) {
                Optional<Reading> reading = Sql.on(
                                connection, "SELECT reading FROM import_layout WHERE head_key = ?", key)
                        .first(row -> Reading.of(row.getString(1)));
                if (reading.isPresent()) {
                    return reading.get();
                }
            }
            return null;
        });
    }

    void remember(SheetRow head, Reading reading) {
        session.doWork(connection -> {
            Sql.on(connection, "DELETE FROM import_layout WHERE head_key = ?", key(head))
                    .update();
            ManyRows rows = new ManyRows("import_layout", "head_key, reading");
            rows.add(key(head), reading.columnsAlone().text());
            rows.write(connection);
        });
    }

    /** SHA-256 of a head's forms: columns that change places are the same. */
    private static String key(SheetRow head) {
        try {
            byte[] text = String.join(
                            BETWEEN,
                            StatementReader.forms(head).stream().sorted().toList())
                    .getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void registered(long batch, Collection<String> references) {
        session.doWork(connection -> Sql.batch(
                connection,
                "INSERT INTO import_partner (batch_id, partner_id) SELECT ?, id FROM partner WHERE reference = ?",
                references,
                reference -> new Object[] {batch, reference}));
    }

    /** Those of the partners that became inactive because the import that had registered them was taken back. */
    List<String> retired(Collection<String> references) {
        List<String> all = references.stream().distinct().sorted().toList();
        return session.doReturningWork(connection -> {
            List<String> found = new ArrayList<>();
            for (String reference : all) {
                if (Sql.on(
                                connection,
                                "SELECT 1 FROM import_partner i JOIN partner p ON p.id = i.partner_id JOIN import_batch b"
                                        + " ON b.id = i.batch_id WHERE p.reference = ? AND p.status = 'INACTIVE'"
                                        + " AND b.status = 'TAKEN_BACK' LIMIT 1",
                                reference)
                        .isAny()) {
                    found.add(reference);
                }
            }
            return found;
        });
    }

    /** Partners that an import registered and nobody has used for anything else since, by their references. */
    List<String> unused(long batch, String reference) {
        return session.doReturningWork(connection -> unused(connection, batch, reference));
    }

    private static List<String> unused(Connection connection, long batch, String reference) throws SQLException {
        String sql = """
                SELECT p.reference FROM import_partner i JOIN partner p ON p.id = i.partner_id
                 WHERE i.batch_id = ? AND p.status = 'PROSPECT'
                   AND NOT EXISTS (SELECT 1 FROM partner c WHERE c.parent_id = p.id)
                   AND NOT EXISTS (SELECT 1 FROM agreement_party a WHERE a.partner_id = p.id)
                   AND NOT EXISTS (SELECT 1 FROM event_partner e WHERE e.partner_id = p.id)
                   AND NOT EXISTS (SELECT 1 FROM event_series_partner s WHERE s.partner_id = p.id)
                   AND NOT EXISTS (SELECT 1 FROM event_speaking k WHERE k.partner_id = p.id)
                   AND NOT EXISTS (SELECT 1 FROM document d WHERE d.record_kind = 'Partner' AND d.record_id = p.id)
                   AND NOT EXISTS (SELECT 1 FROM contribution t WHERE t.donor_id = p.id AND t.agreement_id IS NOT NULL)
                   AND NOT EXISTS (SELECT 1 FROM ledger_entry l WHERE l.donor_id = p.id AND l.reverses_id IS NULL
                         AND (l.batch IS NULL OR l.batch <> ?)
                         AND NOT EXISTS (SELECT 1 FROM ledger_entry r WHERE r.reverses_id = l.id))
                 ORDER BY p.id""";
        return Sql.on(connection, sql, batch, reference).list(row -> row.getString(1));
    }
}
