package org.kizuna.shared.paging;

import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An {@code in} over ids, or references, with a parameter for each. Hibernate translates a query with a list for a
 * parameter anew each time it is asked; what it has translated of this it keeps, since there are only a few lengths.
 */
public final class InClause {

    private final List<Object> ids;

    private InClause(List<Object> ids) {
        this.ids = ids;
    }

    /** @param ids one at the least */
    public static InClause of(Collection<? extends Object> ids) {
        List<Object> all = List.copyOf(ids);
        int length = Integer.highestOneBit(2 * all.size() - 1);
        return new InClause(IntStream.range(0, length)
                .<Object>mapToObj(i -> all.get(Math.min(i, all.size() - 1)))
                .toList());
    }

    /** JPQL, as {@code (:id0, :id1)}. */
    public String names() {
        return names("id");
    }

    String names(String parameter) {
        return IntStream.range(0, ids.size())
                .mapToObj(i -> ":" + parameter + i)
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** What {@link #names(String)} names, by its name. */
    Map<String, Object> parameters(String parameter) {
        return IntStream.range(0, ids.size()).boxed().collect(Collectors.toMap(i -> parameter + i, ids::get));
    }

    /** Sets what {@link #names} names. */
    public <T> TypedQuery<T> set(TypedQuery<T> query) {
        for (int i = 0; i < ids.size(); i++) {
            query.setParameter("id" + i, ids.get(i));
        }
        return query;
    }
}
