package org.kizuna.security;

import org.jspecify.annotations.Nullable;

/** One account in a list. */
public record AccountRow(
        String username, String displayName, @Nullable String email, boolean active) {}
