package org.kizuna.history.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.JournalEntry;
import org.kizuna.history.JournalFilter;

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
    void narrow(JournalFilter filter, AuditQuestion question) {
        filter.where(isKind("LedgerEntry") + " AND c.operation = 'INSERT'")
                .where(orUnreadable(field("LedgerEntry", "kind") + " IN "
                        + constants("EntryKind", "REVERSAL", "REFUND", "WRITE_OFF", "PLEDGE_WITHDRAWN")));
    }

    @Override
    @Nullable
    String cell(String column, JournalEntry entry, AuditQuestion question) {
        return switch (column) {
            case "entryKind" -> value(entry, "kind");
            case "reason" -> entry.reason() == null ? value(entry, "reason") : entry.reason();
            default -> value(entry, column);
        };
    }
}
