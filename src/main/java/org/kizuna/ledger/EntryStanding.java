package org.kizuna.ledger;

import jakarta.enterprise.context.Dependent;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Standing;

/** An entry stands from its value date on. */
@Dependent
class EntryStanding implements Standing {

    @Override
    public String kind() {
        return LedgerEntry.class.getSimpleName();
    }

    @Override
    public Set<String> fields() {
        return Set.of("valueDate", "measure");
    }

    @Override
    public @Nullable String on(LocalDate day, Map<String, String> fields) {
        return Standing.hasCome(fields.get("valueDate"), day) ? fields.get("measure") : null;
    }
}
