package org.kizuna.shared.paging;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A filtered, ordered list read page by page. A page begins after the (value, id) of the row before it, or its value
 * where that is unique, so the thousandth costs what the first does and rows that come or go in between shift nothing.
 *
 * @param <T> row type
 */
public final class KeysetQuery<T> {

    private final EntityManager entities;
    private final String select;
    private final StringBuilder from;
    private final String alias;
    private final List<Condition> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    /**
     * @param row JPQL of one row, as {@code new org.kizuna.partner.PartnerRow(p.id, p.legalName)}
     * @param from JPQL of where rows come from, joins included
     * @param alias alias of the entity whose id ends every order
     */
    public KeysetQuery(EntityManager entities, String row, String from, String alias) {
        this.entities = entities;
        this.select = row;
        this.from = new StringBuilder(from);
        this.alias = alias;
    }

    /** Keeps rows for which the condition holds; without a value the condition is left out. */
    public KeysetQuery<T> filter(String condition, String parameter, @Nullable Object value) {
        if (value != null) {
            conditions.add(new Condition(condition, () -> condition));
            parameters.put(parameter, value);
        }
        return this;
    }

    /** A further parameter of a condition. */
    public KeysetQuery<T> parameter(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    public KeysetQuery<T> filter(boolean wanted, String condition) {
        if (wanted) {
            conditions.add(new Condition(condition, () -> condition));
        }
        return this;
    }

    /** Keeps rows of which the expression is one of these. */
    public KeysetQuery<T> filter(String expression, InClause these) {
        String name = "these" + conditions.size() + "x";
        String condition = expression + " in " + these.names(name);
        conditions.add(new Condition(condition, () -> condition));
        parameters.putAll(these.parameters(name));
        return this;
    }

    /**
     * The same condition in two wordings.
     *
     * @param counted for rows that are counted in any order
     * @param listed for rows that are gone through in the order of the list until there are enough
     */
    public KeysetQuery<T> filter(String counted, Supplier<String> listed, String parameter, Object value) {
        conditions.add(new Condition(counted, listed));
        parameters.put(parameter, value);
        return this;
    }

    /** Joins what says which rows there are; without a value it is left out. */
    public KeysetQuery<T> join(String joined, String parameter, @Nullable Object value) {
        if (value != null) {
            from.append(" join ").append(joined);
            parameters.put(parameter, value);
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
        List<String> all = new ArrayList<>();
        conditions.forEach(condition -> all.add(condition.listed().get()));
        if (place != null) {
            all.add(beyond(order.key(), descending ? "<" : ">"));
        }
        appendWhere(jpql, all);
        jpql.append(" order by ").append(order.key().expression()).append(descending ? " desc" : "");
        if (!order.key().unique()) {
            jpql.append(", ").append(alias).append(".id").append(descending ? " desc" : "");
        }

        TypedQuery<Object[]> query = entities.createQuery(jpql.toString(), Object[].class);
        parameters.forEach(query::setParameter);
        if (place != null) {
            Cursor cursor = Cursor.decoded(place, order.name());
            query.setParameter("cursorValue", parse(order.key(), cursor));
            if (!order.key().unique()) {
                query.setParameter("cursorId", cursor.id());
            }
        }
        List<Object[]> found =
                new ArrayList<>(query.setMaxResults(request.limit() + 1).getResultList());
        return page(found, request, order, backwards, place != null);
    }

    /** A unique value needs no id behind it, and with one no database sees that its index has the order already. */
    private String beyond(SortKey sort, String direction) {
        String key = sort.expression();
        return sort.unique()
                ? key + " " + direction + " :cursorValue"
                : key + " " + direction + "= :cursorValue and (" + key + " " + direction + " :cursorValue or " + alias
                        + ".id " + direction + " :cursorId)";
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
        appendWhere(jpql, conditions.stream().map(Condition::counted).toList());
        TypedQuery<T> query = entities.createQuery(jpql.toString(), type);
        parameters.forEach(query::setParameter);
        return query.getSingleResult();
    }

    /** How many rows there are, counted up to {@link CappedCount#CAP}. */
    public CappedCount count() {
        StringBuilder jpql = new StringBuilder("select count(*) from (select ")
                .append(alias)
                .append(".id as id from ")
                .append(from);
        appendWhere(jpql, conditions.stream().map(Condition::counted).toList());
        // JPQL has no limit without an order, and in any order they are as many
        jpql.append(" order by null limit ").append(CappedCount.CAP + 1).append(") counted");
        TypedQuery<Long> query = entities.createQuery(jpql.toString(), Long.class);
        parameters.forEach(query::setParameter);
        int counted = query.getSingleResult().intValue();
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

    private record Condition(String counted, Supplier<String> listed) {}

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
