package org.kizuna.history.publish;

import java.time.Instant;

/**
 * What a time-stamp authority said about a head.
 *
 * @param size of the head's tree
 * @param token RFC 3161, DER in Base64, about the SHA-256 of the canonical JSON of the head with its signature
 */
public record Timestamp(long size, String authority, Instant at, String token) {}
