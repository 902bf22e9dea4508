package org.kizuna.history;

import org.jspecify.annotations.Nullable;

/**
 * Another record that a field names.
 *
 * @param entity simple name of its entity, as {@code Partner}
 * @param entityName name by which persistence finds it
 * @param label what people call it by, where the record had been read; null lets it be looked up
 */
record Mention(
        String entity, String entityName, long id, @Nullable String label) {}
