package org.kizuna.history.publish;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.CanonicalJson;
import org.kizuna.history.proof.TreeHead;

/**
 * A head as it leaves the house, in the form in which the verifier takes it as {@code --head}.
 *
 * @param timestamp an RFC 3161 token over {@link #signed}, in Base64, or null when no authority gave one
 */
record SentHead(TreeHead head, @Nullable String timestamp, Instant sentAt) {

    /** Canonical JSON of the head with its signature, which is what a timestamp is about. */
    static byte[] signed(TreeHead head) {
        return bytes(members(head));
    }

    /** {@link #signed}, with the timestamp when there is one. */
    byte[] json() {
        Map<String, @Nullable Object> members = members(head);
        if (timestamp != null) {
            members.put("timestamp", timestamp);
        }
        return bytes(members);
    }

    private static Map<String, @Nullable Object> members(TreeHead head) {
        Map<String, @Nullable Object> members = new TreeMap<>();
        members.put("keyId", head.keyId());
        members.put("root", head.root());
        members.put("sealedAt", head.sealedAt().toString());
        members.put("signature", head.signature());
        members.put("size", head.size());
        return members;
    }

    private static byte[] bytes(Map<String, @Nullable Object> members) {
        return CanonicalJson.write(members).getBytes(StandardCharsets.UTF_8);
    }
}
