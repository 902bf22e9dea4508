package org.kizuna.exchange;

/**
 * A row of a file that is no figure of a donor's, and what it is.
 *
 * @param text what it says, shortened
 */
public record PassedOver(long line, Why why, String text) {

    /** What such a row is. */
    public enum Why {
        /** Stands above the heads of the columns. */
        TITLE,
        /** Sums up what stands above it. */
        TOTAL,
        /** Says something in one cell, and no figure. */
        REMARK,
        /** Its figure is another's: the file was to be filtered. */
        NOT_OURS
    }
}
