package org.kizuna.shared.paging;

import java.util.function.Function;
import org.kizuna.shared.Reference;
import org.kizuna.shared.Time;

/**
 * An order a list can have.
 *
 * @param name as it stands in the address
 * @param expression what is ordered by, in JPQL; never null in any row
 * @param parse from the value's text to the value
 * @param unique whether no two rows have the same, as a unique index sees to
 */
public record SortKey(String name, String expression, Function<String, Object> parse, boolean unique) {

    public static SortKey text(String name, String expression) {
        return new SortKey(name, expression, value -> value, false);
    }

    public static SortKey reference(String expression) {
        return new SortKey("reference", expression, Reference::new, true);
    }

    public static SortKey date(String name, String expression) {
        return new SortKey(name, expression, Time::day, false);
    }

    public static SortKey instant(String name, String expression) {
        return new SortKey(name, expression, Time::moment, false);
    }

    public static SortKey number(String name, String expression) {
        return new SortKey(name, expression, Long::valueOf, false);
    }
}
