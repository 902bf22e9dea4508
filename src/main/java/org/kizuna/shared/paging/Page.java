package org.kizuna.shared.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A few rows of a longer list.
 *
 * @param next where the rows after these begin, or null at the end
 * @param previous where the rows before these end, or null at the beginning
 */
public record Page<T>(
        List<T> items, @Nullable String next, @Nullable String previous) {

    public <S> Page<S> map(Function<? super T, ? extends S> row) {
        return new Page<>(items.stream().<S>map(row).toList(), next, previous);
    }
}
