package org.kizuna.history.rest;

import java.util.List;
import org.kizuna.history.proof.TreeHead;
import org.kizuna.history.publish.Publication;
import org.kizuna.history.publish.Timestamp;

/**
 * A signed tree head, the places outside that have it, and what time-stamp authorities said about it.
 *
 * @param signature as of {@link HeadJson}
 */
public record PublishedHeadJson(
        long size,
        String root,
        String sealedAt,
        String keyId,
        String signature,
        List<Arrival> published,
        List<Stamp> timestamps) {

    static List<PublishedHeadJson> of(List<TreeHead> heads, List<Publication> arrived, List<Timestamp> timestamps) {
        return heads.stream()
                .map(head -> new PublishedHeadJson(
                        head.size(),
                        head.root(),
                        head.sealedAt().toString(),
                        head.keyId(),
                        head.signature(),
                        arrived.stream()
                                .filter(one -> one.size() == head.size())
                                .map(one -> new Arrival(one.place(), one.at().toString()))
                                .toList(),
                        timestamps.stream()
                                .filter(one -> one.size() == head.size())
                                .map(one -> new Stamp(one.authority(), one.at().toString(), one.token()))
                                .toList()))
                .toList();
    }

    /** That it reached a place. */
    public record Arrival(String place, String at) {}

    /**
     * A timestamp.
     *
     * @param token RFC 3161, DER in Base64, about the SHA-256 of the canonical JSON of keyId, root, sealedAt, signature
     *     and size
     */
    public record Stamp(String authority, String at, String token) {}
}
