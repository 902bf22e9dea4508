package org.kizuna.history;

import java.util.List;
import java.util.Map;

/**
 * Everything that the journal keeps of one change set.
 *
 * @param rows its changes in their order, or the one row of a note
 * @param mentions by the position of a change, the other records that it names, each as {@code Partner 80}
 */
public record ChangeSet(List<JournalEntry> rows, Map<Integer, List<String>> mentions) {

    public long id() {
        return rows.get(0).changeSet();
    }

    /** None for a note. */
    public List<JournalEntry> changes() {
        return rows.stream().filter(row -> row.entity() != null).toList();
    }

    public List<String> mentionsOf(JournalEntry change) {
        return mentions.getOrDefault(change.position(), List.of());
    }
}
