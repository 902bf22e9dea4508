package org.kizuna.bench;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.CanonicalJson;
import org.kizuna.history.Operation;
import org.kizuna.shared.RecordRef;

/**
 * What the journal keeps of one change.
 *
 * @param mentions other records that it names, without repetition
 */
record Change(
        String entity,
        long id,
        String reference,
        Operation operation,
        @Nullable Long version,
        @Nullable String before,
        @Nullable String after,
        List<RecordRef> mentions) {

    static Change insert(
            String entity,
            long id,
            String reference,
            @Nullable Long version,
            Map<String, ?> fields,
            List<RecordRef> mentions) {
        return new Change(
                entity, id, reference, Operation.INSERT, version, null, CanonicalJson.write(fields), mentions);
    }

    static Change update(
            String entity, long id, String reference, long version, Map<String, ?> before, Map<String, ?> after) {
        return new Change(
                entity,
                id,
                reference,
                Operation.UPDATE,
                version,
                CanonicalJson.write(before),
                CanonicalJson.write(after),
                List.of());
    }
}
