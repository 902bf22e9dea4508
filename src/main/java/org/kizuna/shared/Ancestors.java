package org.kizuna.shared;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Walks up a hierarchy. The walk ends where it meets a record again, so that a bent table stops no page. */
public final class Ancestors {

    private Ancestors() {}

    /** The record and all above it, nearest first. */
    public static <T> Set<T> andSelf(@Nullable T record, Function<T, @Nullable T> parent) {
        Set<T> seen = new LinkedHashSet<>();
        for (T above = record; above != null && seen.add(above); ) {
            above = parent.apply(above);
        }
        return seen;
    }
}
