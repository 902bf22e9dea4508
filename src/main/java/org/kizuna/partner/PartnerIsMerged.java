package org.kizuna.partner;

import org.kizuna.shared.WrongState;

/** Nothing is written of a merged partner any more, but of the one that it is now. */
public final class PartnerIsMerged extends WrongState {

    private PartnerIsMerged(Partner merged, Partner survivor) {
        super(
                null,
                merged.reference().value(),
                survivor.legalName(),
                survivor.reference().value());
    }

    /** @throws PartnerIsMerged when it is, naming the survivor */
    static void refuse(Partner partner) {
        PartnerCanon.survivor(partner).ifPresent(survivor -> {
            throw new PartnerIsMerged(partner, survivor);
        });
    }
}
