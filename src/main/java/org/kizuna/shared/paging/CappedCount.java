package org.kizuna.shared.paging;

/**
 * How many rows match, counted no further than anybody would read.
 *
 * @param number the count, or the cap when there are more
 * @param more whether there are more than that
 */
public record CappedCount(int number, boolean more) {

    public static final int CAP = 1000;
}
