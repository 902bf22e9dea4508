package org.kizuna.ledger.report;

import jakarta.enterprise.context.ApplicationScoped;
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

/** Ledger entries that take something back: reversals, refunds, write-offs and pledges withdrawn. */
@ApplicationScoped
class Reversals extends ChangeReport {

    @Override
    public String name() {
        return "reversals";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "sequence",
                "recordedAt",
                "actor",
                "role",
                "recordKind",
                "record",
                "entryKind",
                "reverses",
                "amount",
                "currency",
                "valueDate",
                "contribution",
                "reason");
    }

    @Override
    public Map<String, String> referring() {
        return Map.of("reverses", LedgerFeature.ENTRY, "contribution", ContributionFeature.CONTRIBUTION);
    }

    @Override
    public Map<String, Class<? extends Enum<?>>> coded() {
        return Map.of("entryKind", EntryKind.class);
    }

    @Override
    protected void narrow(JournalFilter filter, AuditQuestion question) {
        filter.where(isKind(LedgerFeature.ENTRY) + " AND c.operation = 'INSERT'")
                .where(orUnreadable(field(LedgerFeature.ENTRY, "kind") + " IN "
                        + constants("EntryKind", "REVERSAL", "REFUND", "WRITE_OFF", "PLEDGE_WITHDRAWN")));
    }

    @Override
    @Nullable
    protected String cell(String column, JournalEntry entry, AuditQuestion question) {
        return switch (column) {
            case "entryKind" -> value(entry, "kind");
            case "reason" -> entry.reason() == null ? value(entry, "reason") : entry.reason();
            default -> value(entry, column);
        };
    }
}
