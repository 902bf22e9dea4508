package org.kizuna.page.web;

import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.CountryCode;
import org.kizuna.shared.Formats;
import org.kizuna.shared.Time;
import org.kizuna.shared.Words;

/** Puts the line that a search keeps beneath a record's name into a reader's words; it is kept once for all languages. */
final class Codes {

    private static final String BETWEEN = " · ";
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern CONSTANT = Pattern.compile("[A-Z]+(_[A-Z]+)*");

    private Codes() {}

    /** @param kind of the record; its types are called as its kind is, with {@code Type} at the end */
    static String said(Locale language, String kind, @Nullable String context) {
        return context == null
                ? ""
                : Arrays.stream(context.split(BETWEEN, -1))
                        .map(part -> part(language, kind, part))
                        .collect(Collectors.joining(BETWEEN));
    }

    private static String part(Locale language, String kind, String part) {
        if (DAY.matcher(part).matches()) {
            return day(language, part);
        }
        if (COUNTRY.matcher(part).matches() && CountryCode.isKnown(part)) {
            return new CountryCode(part).name(language);
        }
        String key = kind + "Type." + part;
        return CONSTANT.matcher(part).matches() && Words.has(language, key) ? Words.text(language, key) : part;
    }

    private static String day(Locale language, String text) {
        try {
            return Formats.date(language, Time.day(text));
        } catch (DateTimeException e) {
            return text;
        }
    }
}
