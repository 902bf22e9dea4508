package org.kizuna.lifecycle;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A step of a record's life.
 *
 * @param method the register's method that takes it, as the journal names it
 * @param from states in which it can be taken
 * @param to the state it leads to
 * @param roles any one of them may take it
 * @param asks what must be given with it
 * @param guards what must hold before
 * @param <S> states of the kind of record
 * @param <R> the kind of record
 */
public record Step<S extends Enum<S>, R>(
        String method, Set<S> from, S to, Set<String> roles, Set<Asked> asks, List<Guard<R>> guards) {

    public Step {
        from = Set.copyOf(from);
        roles = Set.copyOf(roles);
        asks = Set.copyOf(asks);
        guards = List.copyOf(guards);
    }

    /** Its name in an address: {@code send-for-review}. */
    public String name() {
        return name(method);
    }

    /** The name of a register's method in an address. */
    static String name(String method) {
        return method.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
