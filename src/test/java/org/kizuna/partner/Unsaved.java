package org.kizuna.partner;

import java.time.Instant;
import org.kizuna.shared.Reference;

/** Partners that no database knows, for rules that need none. */
public final class Unsaved {

    private Unsaved() {}

    /** @throws org.kizuna.shared.InvalidInput when a field is missing or malformed */
    public static Partner partner(String reference, PartnerData data) {
        return new Partner(
                data, null, () -> new Reference(reference), "officer", Instant.parse("2021-01-01T00:00:00Z"));
    }
}
