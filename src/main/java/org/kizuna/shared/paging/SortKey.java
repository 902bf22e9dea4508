package org.kizuna.shared.paging;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.kizuna.shared.Reference;
import org.kizuna.shared.Time;

/**
 * An order a list can have.
 *
 * @param name as it stands in the address
 * @param expression what is ordered by, in JPQL; never null in any row
 * @param parse from the value's text to the value
 */
public record SortKey(String name, String expression, Function<String, Object> parse) {

    public static SortKey text(String name, String expression) {
        return new SortKey(name, expression, value -> value);
    }

    public static SortKey reference(String expression) {
        return new SortKey("reference", expression, Reference::new);
    }

    public static SortKey date(String name, String expression) {
        return new SortKey(name, expression, Time::day);
    }

    public static SortKey instant(String name, String expression) {
        return new SortKey(name, expression, SortKey::moment);
    }

    public static SortKey number(String name, String expression) {
        return new SortKey(name, expression, Long::valueOf);
    }

    private static Instant moment(String value) {
        Instant moment = Instant.parse(value);
        Time.day(moment.atOffset(ZoneOffset.UTC).toLocalDate().toString());
        return moment;
    }
}
