package org.kizuna.history.rest;

import org.kizuna.history.proof.TreeHead;

/**
 * A signed tree head as REST gives it.
 *
 * @param root of the tree, as hexadecimal digits
 * @param keyId SHA-256 of the public key, as hexadecimal digits
 * @param signature Ed25519, in Base64, over the canonical JSON of keyId, root, sealedAt and size
 */
public record HeadJson(long size, String root, String sealedAt, String keyId, String signature) {

    public static HeadJson of(TreeHead head) {
        return new HeadJson(head.size(), head.root(), head.sealedAt().toString(), head.keyId(), head.signature());
    }
}
