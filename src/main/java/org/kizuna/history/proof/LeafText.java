package org.kizuna.history.proof;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.CanonicalJson;
import org.kizuna.history.ChangeSet;
import org.kizuna.history.JournalEntry;

/**
 * The text of a change set that is sealed: canonical JSON of who did what when, and the hash of each change it made. A
 * change's own text is hashed apart, so that a file can hold some changes of a set and still prove them.
 */
public final class LeafText {

    private LeafText() {}

    public static String ofSet(ChangeSet set) {
        JournalEntry first = set.rows().get(0);
        Map<String, @Nullable Object> fields = new TreeMap<>();
        fields.put("action", first.action());
        fields.put("actor", first.actor());
        fields.put(
                "changes",
                set.changes().stream()
                        .map(change -> hashOf(ofChange(set, change)))
                        .toList());
        fields.put("channel", first.channel());
        fields.put("detail", first.detail());
        fields.put("id", first.changeSet());
        fields.put("reason", first.reason());
        fields.put("recordedAt", first.recordedAt().toString());
        fields.put("role", first.role());
        return CanonicalJson.write(fields);
    }

    /** What was before and after is canonical JSON already and goes in as it stands in the journal. */
    public static String ofChange(ChangeSet set, JournalEntry change) {
        return "{\"after\":" + change.after() + ",\"before\":" + change.before() + ",\"entity\":"
                + CanonicalJson.write(change.entity()) + ",\"entityId\":" + change.entityId() + ",\"mentions\":"
                + CanonicalJson.write(set.mentionsOf(change)) + ",\"operation\":"
                + CanonicalJson.write(String.valueOf(change.operation())) + ",\"position\":" + change.position()
                + ",\"reference\":" + CanonicalJson.write(change.reference()) + ",\"set\":" + change.changeSet()
                + ",\"version\":" + change.version() + "}";
    }

    private static String hashOf(String text) {
        return HexFormat.of().formatHex(MerkleTree.leaf(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Hash of the leaf that a change set is. */
    public static byte[] leafOf(ChangeSet set) {
        return MerkleTree.leaf(ofSet(set).getBytes(StandardCharsets.UTF_8));
    }
}
