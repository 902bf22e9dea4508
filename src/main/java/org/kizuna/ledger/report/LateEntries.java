package org.kizuna.ledger.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kizuna.contribution.ContributionFeature;
import org.kizuna.history.JournalEntry;
import org.kizuna.history.JournalFilter;
import org.kizuna.history.report.AuditQuestion;
import org.kizuna.history.report.ChangeReport;
import org.kizuna.ledger.EntryKind;
import org.kizuna.ledger.LedgerFeature;
import org.kizuna.shared.Time;

/** Ledger entries recorded when the books of the period they are valued in should have been closed. */
@ApplicationScoped
class LateEntries extends ChangeReport {

    private static final String VALUE_DATE = "CAST(" + field(LedgerFeature.ENTRY, "valueDate") + " AS DATE)";

    @Override
    public String name() {
        return "late-entries";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "sequence",
                "recordedAt",
                "valueDate",
                "closedOn",
                "daysLate",
                "recordKind",
                "record",
                "entryKind",
                "amount",
                "currency",
                "contribution",
                "actor",
                "role",
                "channel");
    }

    @Override
    public boolean asksForDays() {
        return true;
    }

    @Override
    public Map<String, String> referring() {
        return Map.of("contribution", ContributionFeature.CONTRIBUTION);
    }

    @Override
    public Map<String, Class<? extends Enum<?>>> coded() {
        return Map.of("entryKind", EntryKind.class);
    }

    @Override
    protected void narrow(JournalFilter filter, AuditQuestion question) {
        filter.where(isKind(LedgerFeature.ENTRY) + " AND c.operation = 'INSERT'")
                .where(
                        orUnreadable(
                                "DATEDIFF(s.recorded_at, " + question.closing().closeOf(VALUE_DATE) + ") > ?"),
                        question.days());
    }

    @Override
    @Nullable
    protected String cell(String column, JournalEntry entry, AuditQuestion question) {
        LocalDate closed = closedOn(entry, question);
        if (closed == null) {
            return value(entry, column.equals("entryKind") ? "kind" : column);
        }
        return switch (column) {
            case "closedOn" -> closed.toString();
            case "daysLate" ->
                Long.toString(ChronoUnit.DAYS.between(closed, LocalDate.ofInstant(entry.recordedAt(), Time.zone())));
            case "entryKind" -> value(entry, "kind");
            default -> value(entry, column);
        };
    }

    /** Null where the row can't be read. */
    private static @Nullable LocalDate closedOn(JournalEntry entry, AuditQuestion question) {
        try {
            return question.closing().closeOf(LocalDate.parse(String.valueOf(value(entry, "valueDate"))));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
