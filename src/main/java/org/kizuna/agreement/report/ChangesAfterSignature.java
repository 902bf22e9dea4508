package org.kizuna.agreement.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kizuna.agreement.AgreementFeature;
import org.kizuna.history.JournalEntry;
import org.kizuna.history.JournalFilter;
import org.kizuna.history.report.AuditQuestion;
import org.kizuna.history.report.ChangeReport;
import org.kizuna.history.vocabulary.Vocabulary;

/** Everything that changed in an agreement after it had been signed: its course, and above all its terms. */
@ApplicationScoped
class ChangesAfterSignature extends ChangeReport {

    private static final Set<String> COURSE = Set.of("status", "inForceOn", "actualEndOn", "steps");

    @Override
    public String name() {
        return "changes-after-signature";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "sequence",
                "recordedAt",
                "actor",
                "role",
                "action",
                "recordKind",
                "record",
                "touches",
                "fields",
                "reason");
    }

    @Override
    protected void narrow(JournalFilter filter, AuditQuestion question) {
        filter.where(isKind(AgreementFeature.AGREEMENT) + " AND c.operation <> 'INSERT'")
                .where("EXISTS (SELECT 1 FROM journal_change b WHERE "
                        + Vocabulary.today().isKind("b.entity", AgreementFeature.AGREEMENT)
                        + " AND b.entity_id = c.entity_id"
                        + " AND b.change_set_id < c.change_set_id"
                        + " AND JSON_UNQUOTE(JSON_EXTRACT(" + json("b.after_values") + ", '$.status')) IN "
                        + constants("AgreementStatus", "SIGNED") + ")");
    }

    @Override
    @Nullable
    protected String cell(String column, JournalEntry entry, AuditQuestion question) {
        return switch (column) {
            case "touches" ->
                entry.readableFields().stream().allMatch(change -> COURSE.contains(change.field()))
                        ? "course"
                        : "terms";
            case "fields" -> fields(entry);
            default -> entry.reason();
        };
    }
}
