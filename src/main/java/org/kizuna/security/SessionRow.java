package org.kizuna.security;

import java.time.Instant;

/**
 * One place where an account is signed in.
 *
 * @param seenAt when somebody last did something there, to the minute
 * @param browser as it names itself
 * @param current whether it is the one that asks
 */
public record SessionRow(
        long id, Instant beganAt, Instant seenAt, String address, BrowserName browser, boolean current) {}
