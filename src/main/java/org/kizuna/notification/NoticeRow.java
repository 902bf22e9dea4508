package org.kizuna.notification;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kizuna.feature.Links;
import org.kizuna.shared.Words;

/**
 * A notice as its reader has it.
 *
 * @param words what stands in the places of the kind's words
 */
public record NoticeRow(
        long id,
        String kind,
        String recordKind,
        String reference,
        List<String> words,
        Instant toldAt,
        @Nullable Instant readAt)
        implements Serializable {

    public String text(Locale language) {
        return Words.text(language, "notice." + kind, List.copyOf(words));
    }

    /** Address of the record's page; null where its kind has none. */
    public @Nullable String link() {
        return Links.to(recordKind, reference);
    }
}
