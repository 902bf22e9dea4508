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

    /** The kind of record that a page at this address shows or changes, by the page's folder; null for others. */
    public static @Nullable String kindAt(String address) {
        if (address.startsWith("/event/series")) {
            return "EventSeries";
        }
        return address.startsWith("/contribution/entry")
                ? "LedgerEntry"
                : PAGES.entrySet().stream()
                        .filter(page -> !page.getKey().equals("EventSeries")
                                && !page.getKey().equals("LedgerEntry"))
                        .filter(page -> address.startsWith(
                                page.getValue().substring(0, page.getValue().lastIndexOf('/') + 1)))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(null);
    }

    /** The address of the history of a record. */
    public static String history(String kind, Object reference) {
        return "/history/record?kind=" + kind + "&ref=" + encoded(reference.toString());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
