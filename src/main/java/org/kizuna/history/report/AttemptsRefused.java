package org.kizuna.history.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.JournalEntry;
import org.kizuna.history.JournalFilter;
import org.kizuna.history.vocabulary.Vocabulary;

/** Who tried to approve or confirm their own work, or what their role does not allow. */
@ApplicationScoped
class AttemptsRefused extends ChangeReport {

    @Override
    public String name() {
        return "refused-attempts";
    }

    @Override
    public List<String> columns() {
        return List.of("sequence", "recordedAt", "actor", "role", "channel", "attempted", "record", "refusal");
    }

    @Override
    protected void narrow(JournalFilter filter, AuditQuestion question) {
        filter.withNotes().actions(Vocabulary.today().actionsWritten("RefusedAttempts.note"));
    }

    @Override
    @Nullable
    protected String cell(String column, JournalEntry entry, AuditQuestion question) {
        return value(entry, column);
    }
}
