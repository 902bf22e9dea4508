package org.kizuna.shared.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page of each kind of record. */
public final class Links {

    private static final Map<String, String> PAGES = Map.of(
            "Partner", "/partner/view?ref=",
            "Agreement", "/agreement/view?ref=",
            "Contribution", "/contribution/view?ref=",
            "LedgerEntry", "/contribution/entry?ref=",
            "IsidEvent", "/event/view?ref=",
            "EventSeries", "/event/series?ref=",
            "ImportBatch", "/exchange/view?ref=");

    private Links() {}

    /** The address of a record's page, or null where its kind has none. */
    public static @Nullable String to(@Nullable String kind, @Nullable Object reference) {
        String page = kind == null ? null : PAGES.get(kind);
        return page == null || reference == null ? null : page + encoded(reference.toString());
    }

    /** The address of the history of a record. */
    public static String history(String kind, Object reference) {
        return "/history/record?kind=" + kind + "&ref=" + encoded(reference.toString());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
