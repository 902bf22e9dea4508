package org.kizuna.shared.paging;

import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An {@code in} over ids with a parameter for each. Hibernate translates a query with a list for a parameter anew each
 * time it is asked; what it has translated of this it keeps, since there are only a few lengths.
 */
public final class InClause {

    private final List<Long> ids;

    private InClause(List<Long> ids) {
        this.ids = ids;
    }

    /** @param ids one at the least */
    public static InClause of(Collection<Long> ids) {
        List<Long> all = List.copyOf(ids);
        int length = Integer.highestOneBit(2 * all.size() - 1);
        return new InClause(IntStream.range(0, length)
                .mapToObj(i -> all.get(Math.min(i, all.size() - 1)))
                .toList());
    }

    /** JPQL, as {@code (:id0, :id1)}. */
    public String names() {
        return IntStream.range(0, ids.size()).mapToObj(i -> ":id" + i).collect(Collectors.joining(", ", "(", ")"));
    }

    /** Sets what {@link #names} names. */
    public <T> TypedQuery<T> set(TypedQuery<T> query) {
        for (int i = 0; i < ids.size(); i++) {
            query.setParameter("id" + i, ids.get(i));
        }
        return query;
    }
}
