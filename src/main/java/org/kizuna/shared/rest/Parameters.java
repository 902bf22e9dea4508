package org.kizuna.shared.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.CountryCode;
import org.kizuna.shared.Time;
import org.kizuna.shared.paging.PageRequest;

/** Reads query parameters; one that is empty counts as missing. */
public final class Parameters {

    private Parameters() {}

    public static PageRequest page(@Nullable String sort, @Nullable String limit, @Nullable String after) {
        return new PageRequest(given(sort), limit(limit), given(after), null);
    }

    /** @throws InvalidParameter when it is no whole number above 0 */
    public static int limit(@Nullable String limit) {
        String value = given(limit);
        if (value == null) {
            return PageRequest.DEFAULT_LIMIT;
        }
        if (!value.matches("\\d{1,9}") || Integer.parseInt(value) == 0) {
            throw new InvalidParameter("limit", value);
        }
        return Integer.parseInt(value);
    }

    /** @throws InvalidParameter when the type has no such constant */
    public static <E extends Enum<E>> @Nullable E constant(String name, @Nullable String text, Class<E> type) {
        String value = given(text);
        if (value == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value))
                .findFirst()
                .orElseThrow(() -> new InvalidParameter(name, value));
    }

    /** @throws InvalidParameter when it is no ISO 8601 date */
    public static @Nullable LocalDate date(String name, @Nullable String text) {
        String value = given(text);
        if (value == null) {
            return null;
        }
        try {
            return Time.day(value);
        } catch (DateTimeException e) {
            throw new InvalidParameter(name, value);
        }
    }

    /** @throws InvalidParameter when it is no moment as ISO 8601 writes it, of a year that databases know */
    public static @Nullable Instant instant(String name, @Nullable String text) {
        String value = given(text);
        if (value == null) {
            return null;
        }
        try {
            return Time.moment(value);
        } catch (DateTimeException e) {
            throw new InvalidParameter(name, value);
        }
    }

    /** The year of a year or of a date. */
    public static @Nullable Integer year(String name, @Nullable String text) {
        String value = given(text);
        if (value == null) {
            return null;
        }
        if (value.matches("\\d{4}")) {
            return Integer.valueOf(value);
        }
        LocalDate date = date(name, value);
        return date == null ? null : date.getYear();
    }

    /** @throws InvalidParameter when ISO 3166-1 has no such code */
    public static @Nullable CountryCode country(String name, @Nullable String text) {
        String value = given(text);
        if (value == null) {
            return null;
        }
        if (!CountryCode.isKnown(value)) {
            throw new InvalidParameter(name, value);
        }
        return new CountryCode(value);
    }

    /** @throws InvalidParameter when it is neither {@code true} nor {@code false} */
    public static boolean truth(String name, @Nullable String text) {
        String value = given(text);
        if (value != null && !value.equals("true") && !value.equals("false")) {
            throw new InvalidParameter(name, value);
        }
        return "true".equals(value);
    }

    public static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
