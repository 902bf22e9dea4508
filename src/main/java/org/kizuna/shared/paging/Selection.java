package org.kizuna.shared.paging;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Reference;

/**
 * Narrows a list to records that are named one by one, or that changed.
 *
 * @param references none means any
 * @param updatedSince from which moment on they changed, inclusive; null means whenever. These are listed in the order of
 *     their ids, which no change moves; a page has fewer rows than asked for where other conditions hold back some
 */
public record Selection(
        List<Reference> references, @Nullable Instant updatedSince) {

    public static final Selection ALL = new Selection(List.of(), null);

    private static final String ORDER = "changed";

    /**
     * Reads a page.
     *
     * @param alias of the listed entity in the query
     * @param kinds of the listed entity and of its parts, as {@link ChangedRecords} takes them
     */
    public <T> Page<T> page(
            KeysetQuery<T> query,
            String alias,
            List<String> kinds,
            ChangedRecords changed,
            PageRequest request,
            List<SortKey> orders) {
        if (!references.isEmpty()) {
            query.filter(alias + ".reference", InClause.of(references));
        }
        return updatedSince == null
                ? query.page(request, orders)
                : changed(query, alias, changed.since(kinds, updatedSince, after(request), request.limit()), request);
    }

    private static <T> Page<T> changed(KeysetQuery<T> query, String alias, List<Long> ids, PageRequest request) {
        if (ids.isEmpty()) {
            return new Page<>(List.of(), null, null);
        }
        SortKey id = new SortKey(ORDER, alias + ".id", Long::valueOf, true);
        Page<T> page = query.filter(alias + ".id", InClause.of(ids))
                .page(new PageRequest(ORDER, request.limit(), null, null), List.of(id));
        long last = ids.get(ids.size() - 1);
        boolean more = ids.size() == request.limit();
        return new Page<>(page.items(), more ? new Cursor(ORDER, last, "").encoded() : null, null);
    }

    private static long after(PageRequest request) {
        String place = request.after();
        return place == null ? 0 : Cursor.decoded(place, ORDER).id();
    }
}
