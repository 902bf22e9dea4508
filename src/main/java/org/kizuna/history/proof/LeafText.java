package org.kizuna.history.proof;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.CanonicalJson;
import org.kizuna.history.JournalEntry;

/**
 * The text of a change set that is sealed: canonical JSON of who did what when, and the hash of each change it made. A
 * change's own text is hashed apart, so that a file can hold some changes of a set and still prove them.
 */
public final class LeafText {

    private LeafText() {}

    /** @param changes hashes of the set's changes, in their order, as {@link #hashOf} gives them */
    public static String ofSet(JournalEntry set, Collection<String> changes) {
        Map<String, @Nullable Object> fields = new TreeMap<>();
        fields.put("action", set.action());
        fields.put("actor", set.actor());
        fields.put("changes", changes);
        fields.put("channel", set.channel());
        fields.put("detail", set.detail());
        fields.put("id", set.changeSet());
        fields.put("reason", set.reason());
        fields.put("recordedAt", set.recordedAt().toString());
        fields.put("role", set.role());
        return CanonicalJson.write(fields);
    }

    /** What was before and after is canonical JSON already and goes in as it stands in the journal. */
    public static String ofChange(JournalEntry change) {
        return "{\"after\":" + change.after() + ",\"before\":" + change.before() + ",\"entity\":"
                + CanonicalJson.write(change.entity()) + ",\"entityId\":" + change.entityId() + ",\"operation\":"
                + CanonicalJson.write(String.valueOf(change.operation())) + ",\"position\":" + change.position()
                + ",\"reference\":" + CanonicalJson.write(change.reference()) + ",\"set\":" + change.changeSet()
                + ",\"version\":" + change.version() + "}";
    }

    /** Hash of a text as a leaf has it, as hexadecimal digits. */
    public static String hashOf(String text) {
        return HexFormat.of().formatHex(MerkleTree.leaf(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** @param rows every change of the set, or the one row of a note */
    static byte[] leafOf(List<JournalEntry> rows) {
        List<String> changes = rows.stream()
                .filter(row -> row.entity() != null)
                .map(row -> hashOf(ofChange(row)))
                .toList();
        return MerkleTree.leaf(ofSet(rows.get(0), changes).getBytes(StandardCharsets.UTF_8));
    }
}
