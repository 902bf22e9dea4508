package org.kizuna.history.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.JournalEntry;
import org.kizuna.history.JournalFilter;
import org.kizuna.security.SecurityFeature;

/** Who was given or lost access: accounts, their roles and passwords, and access tokens. */
@ApplicationScoped
class AccessChanges extends ChangeReport {

    @Override
    public String name() {
        return "access-changes";
    }

    @Override
    public List<String> columns() {
        return List.of("sequence", "recordedAt", "actor", "role", "action", "recordKind", "record", "fields");
    }

    @Override
    protected void narrow(JournalFilter filter, AuditQuestion question) {
        // language, time zone and theme are nobody's access
        filter.records(isKind(SecurityFeature.ACCOUNT) + " OR " + isKind(SecurityFeature.TOKEN))
                .where("c.operation <> 'UPDATE' OR JSON_VALID(c.after_values) = 0 OR JSON_CONTAINS_PATH("
                        + json("c.after_values") + ", 'one', '$.roles', '$.active',"
                        + " '$.passwordHash', '$.email', '$.displayName', '$.revokedAt')");
    }

    @Override
    @Nullable
    protected String cell(String column, JournalEntry entry, AuditQuestion question) {
        return fields(entry);
    }
}
