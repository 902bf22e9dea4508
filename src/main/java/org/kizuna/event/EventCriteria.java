package org.kizuna.event;

import org.jspecify.annotations.Nullable;
import org.kizuna.shared.RecordRef;

/**
 * Which events a list shows; null means any.
 *
 * @param text words of title, summary, series, speakers, partners or reference
 * @param seriesId id of the series they belong to
 * @param partnerId id of a partner with a part in them, or spoken for
 * @param target record they are tied to
 */
public record EventCriteria(
        @Nullable String text,
        @Nullable EventKind kind,
        @Nullable EventStatus status,
        @Nullable Long seriesId,
        @Nullable Long partnerId,
        @Nullable RecordRef target) {

    public static final EventCriteria ANY = new EventCriteria(null, null, null, null, null, null);

    public static EventCriteria tiedTo(RecordRef target) {
        return new EventCriteria(null, null, null, null, null, target);
    }
}
