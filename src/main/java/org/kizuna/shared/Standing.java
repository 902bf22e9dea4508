package org.kizuna.shared;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says how a record of one kind stood in the world on a day, for those who know of it only what the journal keeps. That
 * is another question than what was known of it by then.
 */
public interface Standing {

    /** Name of the entity whose records it is asked about. */
    String kind();

    /** Names of the fields it depends on. */
    Set<String> fields();

    /**
     * @param fields of the record by name, as the journal keeps them; empty ones are missing
     * @return a word for how it stood, or null when on that day there was no such thing yet
     */
    @Nullable
    String on(LocalDate day, Map<String, String> fields);

    /** Whether a field's date has come by a day. */
    static boolean hasCome(@Nullable String date, LocalDate day) {
        return date != null && !LocalDate.parse(date).isAfter(day);
    }
}
