package org.kizuna.history.report;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.CanonicalJson;
import org.kizuna.history.ControlTotals;
import org.kizuna.history.HistoryRows;
import org.kizuna.history.JournalEntry;
import org.kizuna.history.JournalFilter;
import org.kizuna.history.JournalScan;
import org.kizuna.search.RecordDirectory;
import org.kizuna.security.Roles;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.table.Table;
import org.kizuna.shared.table.Tables;

/** Searches the whole journal, newest first. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed(Roles.AUDITOR)
public class JournalSearch {

    private static final int AT_ONCE = 500;
    private static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,59}");
    private static final String LIKE = " COLLATE utf8mb4_unicode_520_ci LIKE ? ESCAPE '!'";

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Inject
    private RecordDirectory directory;

    @Inject
    private ReportRegister register;

    /**
     * What one stretch of the journal holds of it.
     *
     * @param after what the call before this one gave as next, or null to begin
     * @throws org.kizuna.shared.paging.InvalidCursor when that is no place
     */
    public JournalScan.Found find(SearchCriteria criteria, @Nullable String after, int limit) {
        try (Connection connection = dataSource.getConnection()) {
            return new JournalScan(connection).find(filter(criteria), after, limit);
        } catch (SQLException e) {
            throw new IllegalStateException("The journal could not be read", e);
        }
    }

    /** Journals that the result is taken away. Comes before {@link #write}. */
    public void begin(SearchCriteria criteria, Table.Format format) {
        register.take("search", format.name(), criteria.detail());
    }

    /** Writes all there is, with control totals at the end; memory does not grow with the number of rows. */
    public void write(SearchCriteria criteria, Table.Format format, OutputStream out) throws IOException {
        ControlTotals totals = new ControlTotals();
        try (Table table = Tables.open(format, out, "Search", HistoryRows.HEADER)) {
            String after = null;
            do {
                JournalScan.Found some = find(criteria, after, AT_ONCE);
                for (JournalEntry entry : some.entries()) {
                    HistoryRows.write(entry, table, totals);
                }
                after = some.next();
            } while (after != null);
            HistoryRows.close(table, totals);
        }
    }

    private JournalFilter filter(SearchCriteria criteria) {
        JournalFilter filter = new JournalFilter().withNotes().within(criteria.from(), criteria.to());
        record(filter, criteria.kind(), criteria.reference());
        if (criteria.actor() != null && criteria.action() != null) {
            filter.actorAndAction(criteria.actor(), criteria.action());
        } else if (criteria.actor() != null) {
            filter.actor(criteria.actor());
        } else if (criteria.action() != null) {
            filter.action("s.action = ?", criteria.action());
        }
        if (criteria.role() != null) {
            filter.where("s.actor_role = ?", criteria.role());
        }
        if (criteria.channel() != null) {
            filter.where("s.channel = ?", criteria.channel());
        }
        content(filter, criteria.field(), criteria.value());
        return filter;
    }

    private void record(JournalFilter filter, @Nullable String kind, @Nullable String reference) {
        if (reference == null) {
            if (kind != null) {
                filter.where("c.entity = ?", kind);
            }
            return;
        }
        Optional<RecordRef> record = directory.find(kind, reference);
        if (record.isPresent()) {
            filter.records(
                    "c.entity = ? AND c.entity_id = ?",
                    record.get().kind(),
                    record.get().id());
        } else if (kind != null) {
            filter.where("c.entity = ? AND c.reference = ?", kind, reference);
        } else {
            filter.where("c.reference = ?", reference);
        }
    }

    private static void content(JournalFilter filter, @Nullable String field, @Nullable String value) {
        if (field != null && !FIELD.matcher(field).matches()) {
            // no field is called so
            filter.where("1 = 0");
        } else if (field != null && value == null) {
            String path = ", 'one', '$." + field + "')";
            filter.where("JSON_CONTAINS_PATH(c.before_values" + path + " OR JSON_CONTAINS_PATH(c.after_values" + path
                    + " OR JSON_CONTAINS_PATH(s.detail" + path);
        } else if (field != null) {
            String pattern = pattern(value);
            filter.where(
                    of("c.before_values", field) + LIKE + " OR " + of("c.after_values", field) + LIKE + " OR "
                            + of("s.detail", field) + LIKE + " OR "
                            + saidIn(of("c.before_values", field), of("c.after_values", field)),
                    pattern,
                    pattern,
                    pattern,
                    pattern);
        } else if (value != null) {
            // as JSON writes it, without the quotation marks around it
            String written = CanonicalJson.write(value);
            String pattern = pattern(written.substring(1, written.length() - 1));
            filter.where(
                    "c.before_values" + LIKE + " OR c.after_values" + LIKE + " OR s.detail" + LIKE + " OR s.reason"
                            + LIKE + " OR " + saidIn("c.before_values", "c.after_values"),
                    pattern,
                    pattern,
                    pattern,
                    pattern(value),
                    pattern(value));
        }
    }

    /** What is said of persons stands beside the journal. */
    private static String saidIn(String before, String after) {
        return "EXISTS (SELECT 1 FROM journal_personal p WHERE p.entity = c.entity AND p.entity_id = c.entity_id"
                + " AND p.value LIKE ? ESCAPE '!' AND (LOCATE(p.commitment, " + before
                + ") > 0 OR LOCATE(p.commitment, "
                + after + ") > 0))";
    }

    private static String of(String column, String field) {
        return "CONVERT(JSON_UNQUOTE(JSON_EXTRACT(" + column + ", '$." + field + "')) USING utf8mb4)";
    }

    private static String pattern(@Nullable String value) {
        return "%" + String.valueOf(value).replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
