package org.kizuna.shared.rest;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.paging.Page;

/**
 * A list as REST answers it.
 *
 * @param next what to pass as {@code after} for the rows that follow, or null at the end
 */
public record ListAnswer<T>(List<T> items, @Nullable String next) {

    public static <R, T> ListAnswer<T> of(Page<R> page, Function<? super R, ? extends T> row) {
        return new ListAnswer<>(page.items().stream().<T>map(row).toList(), page.next());
    }
}
