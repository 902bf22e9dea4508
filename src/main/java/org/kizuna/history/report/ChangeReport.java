package org.kizuna.history.report;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.FieldChange;
import org.kizuna.history.JournalEntry;
import org.kizuna.history.JournalFilter;
import org.kizuna.history.JournalScan;
import org.kizuna.history.vocabulary.Vocabulary;

/** A report with one row for each change or note that meets a condition. */
public abstract class ChangeReport implements AuditReport {

    protected abstract void narrow(JournalFilter filter, AuditQuestion question);

    protected abstract @Nullable String cell(String column, JournalEntry entry, AuditQuestion question);

    @Override
    public Findings read(Connection connection, AuditQuestion question, @Nullable String after, int limit)
            throws SQLException {
        JournalFilter filter = new JournalFilter().within(question.from(), question.to());
        narrow(filter, question);
        JournalScan.Found found = new JournalScan(connection).find(filter, after, limit);
        return new Findings(
                found.entries().stream().map(entry -> row(entry, question)).toList(), found.next(), found.searchedTo());
    }

    private List<@Nullable String> row(JournalEntry entry, AuditQuestion question) {
        return columns().stream()
                .<@Nullable String>map(column -> switch (column) {
                    case "sequence" -> Long.toString(entry.changeSet());
                    case "recordedAt" -> entry.recordedAt().toString();
                    case "actor" -> entry.actor();
                    case "role" -> entry.role();
                    case "channel" -> entry.channel();
                    case "action" -> entry.action();
                    case "recordKind" -> entry.entity();
                    case "record" -> entry.entity() == null ? value(entry, "record") : entry.reference();
                    default -> cell(column, entry, question);
                })
                .collect(Collectors.toList());
    }

    /** What a field of the change became, or was where it is no more. */
    protected static @Nullable String value(JournalEntry entry, String field) {
        List<FieldChange> fields = entry.readableFields();
        if (isUnreadable(fields)) {
            return JournalEntry.UNREADABLE;
        }
        return fields.stream()
                .filter(change -> change.field().equals(field))
                .map(change ->
                        Objects.requireNonNullElse(change.after(), Objects.requireNonNullElse(change.before(), "")))
                .findFirst()
                .orElse(null);
    }

    /** Each field with what it was and what it became. */
    protected static String fields(JournalEntry entry) {
        // when it was recorded has a column of its own
        return entry.readableFields().stream()
                .filter(change -> !change.field().equals("recordedAt"))
                .map(ChangeReport::told)
                .collect(Collectors.joining("\n"));
    }

    private static String told(FieldChange change) {
        return change.field() + ": "
                + Stream.of(change.before(), change.after())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" → "));
    }

    /** Somebody broke the row behind the application's back: what it was about can't be told, so it is shown. */
    protected static boolean isUnreadable(List<FieldChange> fields) {
        return fields.size() == 1 && fields.get(0).field().equals(JournalEntry.UNREADABLE);
    }

    /** SQL for a field of what a change left, under any name it ever had; null where that can't be read. */
    protected static String field(String kind, String name) {
        List<String> found = Vocabulary.today().fieldsWritten(kind, name).stream()
                .map(written -> "JSON_UNQUOTE(JSON_EXTRACT(" + json("c.after_values") + ", '$." + written + "'))")
                .toList();
        return found.size() == 1 ? found.get(0) : "COALESCE(" + String.join(", ", found) + ")";
    }

    /** SQL for a list of constants, under any words they were ever written with. */
    protected static String constants(String enumeration, String... constants) {
        return Stream.of(constants)
                .flatMap(constant -> Vocabulary.today().constantsWritten(enumeration, constant).stream())
                .collect(Collectors.joining("', '", "('", "')"));
    }

    /** SQL: whether a change is one of this kind of record. */
    protected static String isKind(String kind) {
        return Vocabulary.today().isKind("c.entity", kind);
    }

    /** SQL for a column that may be broken, where one database would give up. */
    protected static String json(String column) {
        return "IF(JSON_VALID(" + column + "), " + column + ", NULL)";
    }

    /** SQL for a condition on a row's values, which rows that can't be read meet as well. */
    protected static String orUnreadable(String condition) {
        return condition + " OR JSON_VALID(c.after_values) = 0";
    }
}
