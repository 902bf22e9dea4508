package org.kizuna.agreement;

import jakarta.enterprise.context.Dependent;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Standing;

/**
 * How an agreement stood on a day, after its own dates. A suspension has none: an agreement that is known to be
 * suspended counts as such from its entry into force.
 */
@Dependent
class AgreementStanding implements Standing {

    private static final Set<String> OVER = Set.of(AgreementStatus.TERMINATED.name(), AgreementStatus.ENDED.name());

    private static final Set<String> FIELDS =
            Set.of("status", "actualEndOn", "inForceOn", "signedOn", "clearedOn", "negotiatedOn");

    @Override
    public String kind() {
        return Agreement.class.getSimpleName();
    }

    @Override
    public Set<String> fields() {
        return FIELDS;
    }

    @Override
    public @Nullable String on(LocalDate day, Map<String, String> fields) {
        String known = fields.getOrDefault("status", "");
        if (Standing.hasCome(fields.get("actualEndOn"), day)) {
            return OVER.contains(known) ? known : AgreementStatus.ENDED.name();
        }
        if (Standing.hasCome(fields.get("inForceOn"), day)) {
            return known.equals(AgreementStatus.SUSPENDED.name()) ? known : AgreementStatus.IN_FORCE.name();
        }
        if (Standing.hasCome(fields.get("signedOn"), day)) {
            return AgreementStatus.SIGNED.name();
        }
        if (Standing.hasCome(fields.get("clearedOn"), day)) {
            return AgreementStatus.CLEARED.name();
        }
        return Standing.hasCome(fields.get("negotiatedOn"), day) ? AgreementStatus.DRAFT.name() : null;
    }
}
