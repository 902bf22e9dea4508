package org.kizuna.shared.paging;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A filtered, ordered list read page by page. A page begins after the (value, id) of the row before it, so the
 * thousandth costs what the first does and rows that come or go in between shift nothing.
 *
 * @param <T> row type
 */
public final class KeysetQuery<T> {

    private final EntityManager entities;
    private final String select;
    private final String from;
    private final String alias;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    /**
     * @param row JPQL of one row, as {@code new org.kizuna.partner.PartnerRow(p.id, p.legalName)}
     * @param from JPQL of where rows come from, joins included
     * @param alias alias of the entity whose id ends every order
     */
    public KeysetQuery(EntityManager entities, String row, String from, String alias) {
        this.entities = entities;
        this.select = row;
        this.from = from;
        this.alias = alias;
    }

    /** Keeps rows for which the condition holds; without a value the condition is left out. */
    public KeysetQuery<T> filter(String condition, String parameter, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(parameter, value);
        }
        return this;
    }

    public KeysetQuery<T> filter(boolean wanted, String condition) {
        if (wanted) {
            conditions.add(condition);
        }
        return this;
    }

    /**
     * @param orders the orders there are, the list's own first
     * @throws InvalidCursor when the request names a place that is not of the order
     */
    public Page<T> page(PageRequest request, List<SortKey> orders) {
        Order order = Order.of(request.sort(), orders);
        String place = request.after() != null ? request.after() : request.before();
        boolean backwards = request.after() == null && request.before() != null;
        boolean descending = order.descending() != backwards;

        StringBuilder jpql = new StringBuilder("select ")
                .append(order.key().expression())
                .append(", ")
                .append(alias)
                .append(".id, ")
                .append(select)
                .append(" from ")
                .append(from);
        List<String> all = new ArrayList<>(conditions);
        if (place != null) {
            String key = order.key().expression();
            String direction = descending ? "<" : ">";
            all.add(key + " " + direction + "= :cursorValue and (" + key + " " + direction + " :cursorValue or " + alias
                    + ".id " + direction + " :cursorId)");
        }
        appendWhere(jpql, all);
        String way = descending ? " desc" : "";
        jpql.append(" order by ")
                .append(order.key().expression())
                .append(way)
                .append(", ")
                .append(alias)
                .append(".id")
                .append(way);

        TypedQuery<Object[]> query = entities.createQuery(jpql.toString(), Object[].class);
        parameters.forEach(query::setParameter);
        if (place != null) {
            Cursor cursor = Cursor.decoded(place, order.name());
            query.setParameter("cursorValue", parse(order.key(), cursor));
            query.setParameter("cursorId", cursor.id());
        }
        List<Object[]> found =
                new ArrayList<>(query.setMaxResults(request.limit() + 1).getResultList());
        return page(found, request, order, backwards, place != null);
    }

    private Page<T> page(List<Object[]> found, PageRequest request, Order order, boolean backwards, boolean placed) {
        boolean more = found.size() > request.limit();
        if (more) {
            found.remove(found.size() - 1);
        }
        if (backwards) {
            Collections.reverse(found);
        }
        boolean hasNext = backwards ? placed : more;
        boolean hasPrevious = backwards ? more : placed;
        List<T> rows = found.stream().map(this::row).toList();
        return new Page<>(
                rows,
                hasNext && !found.isEmpty() ? cursor(order, found.get(found.size() - 1)) : null,
                hasPrevious && !found.isEmpty() ? cursor(order, found.get(0)) : null);
    }

    /** The one row of a query that sums the others up. */
    public T single(Class<T> type) {
        StringBuilder jpql =
                new StringBuilder("select ").append(select).append(" from ").append(from);
        appendWhere(jpql, conditions);
        TypedQuery<T> query = entities.createQuery(jpql.toString(), type);
        parameters.forEach(query::setParameter);
        return query.getSingleResult();
    }

    /** How many rows there are, counted up to {@link CappedCount#CAP}. */
    public CappedCount count() {
        StringBuilder jpql =
                new StringBuilder("select ").append(alias).append(".id from ").append(from);
        appendWhere(jpql, conditions);
        TypedQuery<Long> query = entities.createQuery(jpql.toString(), Long.class);
        parameters.forEach(query::setParameter);
        int counted = query.setMaxResults(CappedCount.CAP + 1).getResultList().size();
        return new CappedCount(Math.min(counted, CappedCount.CAP), counted > CappedCount.CAP);
    }

    private static void appendWhere(StringBuilder jpql, List<String> conditions) {
        if (!conditions.isEmpty()) {
            jpql.append(" where ").append(String.join(" and ", conditions));
        }
    }

    private static Object parse(SortKey key, Cursor cursor) {
        try {
            return key.parse().apply(cursor.value());
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new InvalidCursor();
        }
    }

    private static String cursor(Order order, Object[] row) {
        return new Cursor(order.name(), ((Number) row[1]).longValue(), row[0].toString()).encoded();
    }

    @SuppressWarnings("unchecked") // the third column is the row expression the query was made with
    private T row(Object[] columns) {
        return (T) columns[2];
    }

    private record Order(SortKey key, boolean descending) {

        static Order of(@Nullable String wanted, List<SortKey> orders) {
            String asked = wanted == null || wanted.isEmpty() ? orders.get(0).name() : wanted;
            boolean descending = asked.startsWith("-");
            String name = descending ? asked.substring(1) : asked;
            return orders.stream()
                    .filter(key -> key.name().equals(name))
                    .findFirst()
                    .map(key -> new Order(key, descending))
                    .orElse(new Order(orders.get(0), false));
        }

        String name() {
            return (descending ? "-" : "") + key.name();
        }
    }
}
