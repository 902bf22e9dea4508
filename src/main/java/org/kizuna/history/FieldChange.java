package org.kizuna.history;

import org.jspecify.annotations.Nullable;

/**
 * What a change did to one field.
 *
 * @param field name of the field in the mapping, as {@code legalName}
 * @param before as text; lists and nested values as canonical JSON; null where there was nothing
 * @param after likewise
 */
public record FieldChange(
        String field, @Nullable String before, @Nullable String after) {

    /** Whether lists stand on both sides. */
    public boolean isOfLists() {
        return before != null && after != null && before.startsWith("[") && after.startsWith("[");
    }
}
