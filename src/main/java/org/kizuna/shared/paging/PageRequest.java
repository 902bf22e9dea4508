package org.kizuna.shared.paging;

import org.jspecify.annotations.Nullable;

/**
 * Which rows of a list.
 *
 * @param sort name of the order, with a leading {@code -} for descending; null for the list's own
 * @param limit how many rows at the most
 * @param after cursor of the row before the first one wanted, or null
 * @param before cursor of the row after the last one wanted, or null; {@code after} wins
 */
public record PageRequest(
        @Nullable String sort,
        int limit,
        @Nullable String after,
        @Nullable String before) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAXIMUM_LIMIT = 1000;

    public PageRequest {
        limit = Math.max(1, Math.min(limit, MAXIMUM_LIMIT));
    }

    public static PageRequest first(int limit) {
        return new PageRequest(null, limit, null, null);
    }
}
