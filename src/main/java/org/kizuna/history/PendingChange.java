package org.kizuna.history;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row's change, seen during a flush and not yet written.
 *
 * @param entityName the entity's class name
 * @param entity the record itself, for its label and its version
 * @param before values by field name: all of them for a deletion, those that changed for an update
 * @param after likewise: all of them for an insertion
 */
record PendingChange(
        Operation operation,
        String entityName,
        Object id,
        Object entity,
        Map<String, @Nullable Object> before,
        Map<String, @Nullable Object> after) {}
