package org.kizuna.history.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.JournalEntry;
import org.kizuna.history.JournalFilter;

/** Who took history away, and which part of it. */
@ApplicationScoped
class ExportsMade extends ChangeReport {

    @Override
    public String name() {
        return "exports";
    }

    @Override
    public List<String> columns() {
        return List.of("sequence", "recordedAt", "actor", "role", "channel", "action", "fields");
    }

    @Override
    protected void narrow(JournalFilter filter, AuditQuestion question) {
        filter.withNotes()
                .action(
                        "s.action LIKE ? OR s.action LIKE 'ReportRegister.%' OR s.action LIKE 'Dossier%'"
                                + " OR s.action = 'DocumentRegister.take'",
                        "ExportRegister.%");
    }

    @Override
    @Nullable
    protected String cell(String column, JournalEntry entry, AuditQuestion question) {
        return fields(entry);
    }
}
