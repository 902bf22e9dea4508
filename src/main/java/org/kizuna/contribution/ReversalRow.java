package org.kizuna.contribution;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Somebody asks to take an entry back.
 *
 * @param countsOn the day the reversal would count on
 */
public record ReversalRow(String askedBy, Instant askedAt, LocalDate countsOn, String reason) implements Serializable {}
