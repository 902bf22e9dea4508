package org.kizuna.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.action.spi.BeforeTransactionCompletionProcess;
import org.hibernate.event.spi.EventSource;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.ActionContext;
import org.kizuna.shared.NamedRecord;
import org.kizuna.shared.RecordRef;

/**
 * Records that the current transaction has changed and whose words are not written yet. They are written together
 * before the commit, or in parts on the way where many are recorded.
 */
final class PendingWords {

    private static final int PART = 500;

    private final Map<RecordRef, NamedRecord> recorded = new LinkedHashMap<>();
    private final Map<RecordRef, NamedRecord> changed = new LinkedHashMap<>();
    private final Set<RecordRef> deleted = new LinkedHashSet<>();

    static PendingWords of(EventSource session) {
        PendingWords known = known();
        if (known != null) {
            return known;
        }
        PendingWords pending = new PendingWords();
        ActionContext.find().attach(pending);
        BeforeTransactionCompletionProcess process = completing -> pending.write(session);
        session.getActionQueue().registerProcess(process);
        return pending;
    }

    /** Those of the current transaction, or null where nothing was changed that can be found. */
    static @Nullable PendingWords known() {
        return ActionContext.find().attached(PendingWords.class);
    }

    void recorded(NamedRecord root) {
        recorded.put(ref(root), root);
    }

    void changed(NamedRecord root) {
        if (!recorded.containsKey(ref(root))) {
            changed.put(ref(root), root);
        }
    }

    void deleted(NamedRecord root) {
        changed.remove(ref(root));
        if (recorded.remove(ref(root)) == null) {
            deleted.add(ref(root));
        }
    }

    private static RecordRef ref(NamedRecord root) {
        return new RecordRef(root.getClass().getSimpleName(), root.id());
    }

    boolean areMany() {
        return recorded.size() >= PART;
    }

    /** After a flush, when reading a record's lists is allowed. */
    void write(EventSource session) {
        // read before the connection is lent to writing: reading on the way would give it back
        Map<RecordRef, List<String>> further = changed.isEmpty()
                ? Map.of()
                : session.doReturningWork(connection -> ToldByOthers.of(connection, changed.keySet()));
        List<FoundBy> fresh = new ArrayList<>();
        recorded.forEach((ref, root) -> fresh.add(FoundBy.of(ref, root, List.of())));
        List<FoundBy> renewed = new ArrayList<>();
        changed.forEach((ref, root) -> renewed.add(FoundBy.of(ref, root, further.getOrDefault(ref, List.of()))));
        session.doWork(connection -> {
            SearchTables tables = new SearchTables(connection);
            tables.delete(deleted);
            for (FoundBy one : renewed) {
                tables.renew(one);
            }
            tables.insert(fresh);
        });
        recorded.clear();
        changed.clear();
        deleted.clear();
    }
}
