package org.kizuna.history.report;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.CanonicalJson;
import org.kizuna.history.CodedFields;
import org.kizuna.history.ControlTotals;
import org.kizuna.history.HistoryRows;
import org.kizuna.history.JournalEntry;
import org.kizuna.history.JournalFilter;
import org.kizuna.history.JournalScan;
import org.kizuna.history.vocabulary.Vocabulary;
import org.kizuna.search.RecordDirectory;
import org.kizuna.security.Roles;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Sql;
import org.kizuna.shared.table.Table;
import org.kizuna.shared.table.Tables;

/** Searches the whole journal, newest first. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed(Roles.AUDITOR)
public class JournalSearch {

    private static final int AT_ONCE = 500;
    private static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,59}");
    private static final List<String> VALUES = List.of("c.before_values", "c.after_values", "s.detail");
    private static final String LIKE = " COLLATE utf8mb4_unicode_520_ci LIKE ? ESCAPE '!'";

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Inject
    private RecordDirectory directory;

    @Inject
    private CodedFields coded;

    @Inject
    private ReportRegister register;

    /**
     * What one stretch of the journal holds of it.
     *
     * @param after what the call before this one gave as next, or null to begin
     * @throws org.kizuna.shared.paging.InvalidCursor when that is no place
     */
    public JournalScan.Found find(SearchCriteria criteria, @Nullable String after, int limit) {
        if (!criteria.isInCodes()) {
            return new JournalScan.Found(List.of(), null, null);
        }
        return Sql.with(dataSource, connection -> new JournalScan(connection).find(filter(criteria), after, limit));
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
            filter.actions(Vocabulary.today().actionsWritten(criteria.action()));
        }
        if (criteria.role() != null) {
            filter.where("s.actor_role = ?", criteria.role());
        }
        if (criteria.channel() != null) {
            filter.where("s.channel = ?", criteria.channel());
        }
        content(filter, criteria);
        return filter;
    }

    private void record(JournalFilter filter, @Nullable String kind, @Nullable String reference) {
        if (reference == null) {
            if (kind != null) {
                filter.where(ChangeReport.isKind(kind));
            }
            return;
        }
        Optional<RecordRef> record = directory.find(kind, reference);
        if (record.isPresent()) {
            filter.records(
                    ChangeReport.isKind(record.get().kind()) + " AND c.entity_id = ?",
                    record.get().id());
        } else if (kind != null) {
            filter.where(ChangeReport.isKind(kind) + " AND c.reference = ?", reference);
        } else {
            filter.where("c.reference = ?", reference);
        }
    }

    private void content(JournalFilter filter, SearchCriteria criteria) {
        String field = criteria.field();
        String value = criteria.value();
        Set<String> codes = value == null ? Set.of() : coded.codes(criteria.kind(), field, value);
        if (field != null && !FIELD.matcher(field).matches()) {
            // no field is called so
            filter.where("1 = 0");
        } else if (field != null && value == null) {
            String path = names(criteria.kind(), field).stream()
                    .map(name -> ", '$." + name + "'")
                    .collect(Collectors.joining("", ", 'one'", ")"));
            filter.where(VALUES.stream()
                    .map(column -> "JSON_CONTAINS_PATH(" + ChangeReport.json(column) + path)
                    .collect(Collectors.joining(" OR ")));
        } else if (field != null) {
            Either either = new Either();
            List<String> names = names(criteria.kind(), field);
            List<String> columns = VALUES.stream()
                    .flatMap(column -> names.stream().map(name -> of(column, name)))
                    .toList();
            either.like(columns, pattern(value));
            for (String code : codes) {
                either.like(columns, escaped(code));
                either.like(columns, pattern("\"" + code + "\""));
            }
            names.forEach(name ->
                    either.add(saidIn(of("c.before_values", name), of("c.after_values", name)), pattern(value)));
            either.narrow(filter);
        } else if (value != null) {
            // as JSON writes it, without the quotation marks around it
            String written = CanonicalJson.write(value);
            Either either = new Either();
            either.like(VALUES, pattern(written.substring(1, written.length() - 1)));
            codes.forEach(code -> either.like(VALUES, pattern("\"" + code + "\"")));
            either.like(List.of("s.reason"), pattern(value));
            either.add(saidIn("c.before_values", "c.after_values"), pattern(value));
            either.narrow(filter);
        }
    }

    /** The names under which a field was ever written. */
    private static List<String> names(@Nullable String kind, String field) {
        return kind == null
                ? Vocabulary.today().fieldsWritten(field)
                : Vocabulary.today().fieldsWritten(kind, field);
    }

    /** Conditions of which one is to hold. */
    private static final class Either {

        private final List<String> conditions = new ArrayList<>();
        private final List<Object> parameters = new ArrayList<>();

        void like(List<String> columns, String pattern) {
            columns.forEach(column -> add(column + LIKE, pattern));
        }

        void add(String condition, String parameter) {
            conditions.add(condition);
            parameters.add(parameter);
        }

        void narrow(JournalFilter filter) {
            filter.where(String.join(" OR ", conditions), parameters.toArray());
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
        return "CONVERT(JSON_UNQUOTE(JSON_EXTRACT(" + ChangeReport.json(column) + ", '$." + field
                + "')) USING utf8mb4)";
    }

    private static String pattern(@Nullable String value) {
        return "%" + escaped(String.valueOf(value)) + "%";
    }

    private static String escaped(String value) {
        return value.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
