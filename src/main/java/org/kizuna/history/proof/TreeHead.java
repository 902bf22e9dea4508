package org.kizuna.history.proof;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.kizuna.history.CanonicalJson;

/**
 * What the journal was at a moment: how many change sets, and the hash that stands for all of them. Whoever keeps one
 * can tell ever after whether one of those change sets was removed, altered or moved.
 *
 * @param root hash of the tree, as hexadecimal digits
 * @param keyId SHA-256 of the public key, as hexadecimal digits
 * @param signature Ed25519 [RFC 8032] in Base64, over {@link #signedBytes}
 */
public record TreeHead(long size, String root, Instant sealedAt, String keyId, String signature) {

    /** Canonical JSON of all but the signature. */
    static byte[] signedBytes(long size, String root, Instant sealedAt, String keyId) {
        return CanonicalJson.write(Map.of("keyId", keyId, "root", root, "sealedAt", sealedAt.toString(), "size", size))
                .getBytes(StandardCharsets.UTF_8);
    }
}
