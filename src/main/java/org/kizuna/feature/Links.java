package org.kizuna.feature;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The addresses of records' pages. */
public final class Links {

    private Links() {}

    /** The address of a record's page, or null where its kind has none. */
    public static @Nullable String to(@Nullable String kind, @Nullable Object reference) {
        return reference == null
                ? null
                : Features.kind(kind)
                        .map(RecordKind::page)
                        .map(page -> page + encoded(reference.toString()))
                        .orElse(null);
    }

    /** The address at which programs ask for a record, or null where its kind has none. */
    public static @Nullable String rest(String kind, String reference) {
        return Features.kind(kind)
                .map(RecordKind::rest)
                .map(path -> "/api/v1/" + path + encoded(reference))
                .orElse(null);
    }

    /** The kind of record that a page at this address shows or changes; null for others. */
    public static @Nullable String kindAt(String address) {
        return Features.kinds().stream()
                .filter(kind -> kind.page() != null && address.startsWith(stem(kind.page())))
                .max(Comparator.comparingInt(
                        kind -> stem(String.valueOf(kind.page())).length()))
                .map(RecordKind::name)
                .orElse(null);
    }

    /** {@code /partner/} of {@code /partner/view?ref=}, {@code /event/series} of {@code /event/series?ref=}. */
    private static String stem(String page) {
        String path = page.substring(0, page.indexOf('?'));
        return path.endsWith("/view") ? path.substring(0, path.length() - "view".length()) : path;
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
