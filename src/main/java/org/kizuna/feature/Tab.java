package org.kizuna.feature;

/**
 * A part of the page of a neighbour's record.
 *
 * @param kind of the record on whose page it stands
 * @param place among the parts there, ascending
 * @param page Facelet under {@code /WEB-INF/includes/}, given {@code kind}, {@code recordId} and {@code recordRef}
 */
public record Tab(String kind, int place, String page) {

    /** In place of a kind: what stands at the top of every page. */
    public static final String HEADER = "header";
}
