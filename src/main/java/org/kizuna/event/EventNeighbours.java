package org.kizuna.event;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.partner.Partner;
import org.kizuna.shared.RecordRef;

/**
 * The records that an event's data names, each list in the order of the data's; null where there is none of that
 * reference.
 */
record EventNeighbours(
        @Nullable EventSeries series,
        List<@Nullable Partner> partners,
        List<@Nullable Partner> spokenFor,
        List<@Nullable RecordRef> targets) {}
