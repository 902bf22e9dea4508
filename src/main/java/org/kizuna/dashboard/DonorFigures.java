package org.kizuna.dashboard;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.contribution.Instrument;
import org.kizuna.security.Roles;
import org.kizuna.shared.Reference;

/**
 * Sums over ledger entries, in one reporting currency. An entry in that currency counts with its own figure; any
 * other with its worth in US dollars, frozen when it was posted, at the reporting currency's rate of its value date.
 */
@Stateless
@RolesAllowed(Roles.ANYBODY)
public class DonorFigures {

    private static final Currency USD = Currency.getInstance("USD");

    /** Each day with entries, and since when its rate holds: asked once for a day and not for each entry. */
    private static final String RATE_DAYS = "(select v.day as day, max(y.effectiveOn) as effective"
            + " from (select distinct w.valueDate as day from LedgerEntry w) v"
            + " join ExchangeRate y on y.currency = :currency and y.effectiveOn <= v.day group by v.day)";

    @PersistenceContext
    private EntityManager entities;

    /** Received and the other two by year and instrument, years in order. */
    public List<YearInstrument> byYear(FigureCriteria criteria, Currency currency) {
        return query(criteria, currency, "e.valueYear, e.instrument", "", "e.valueYear, e.instrument")
                .getResultList()
                .stream()
                .map(row -> new YearInstrument(((Number) row[0]).intValue(), (Instrument) row[1], figures(row, 2)))
                .toList();
    }

    /** The donors who gave most, by what was received, then pledged. */
    public List<DonorTotal> largest(FigureCriteria criteria, Currency currency, int limit) {
        return query(criteria, currency, "d.id, d.reference, d.legalName", "", "6 desc, 4 desc, d.legalName, d.id")
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(row -> new DonorTotal((Long) row[0], (Reference) row[1], (String) row[2], figures(row, 3)))
                .toList();
    }

    /**
     * One row for each donor, year and instrument, in the order of the donors' names.
     *
     * @param after the row before the first one wanted, or null
     */
    public List<DonorYear> byDonor(FigureCriteria criteria, Currency currency, @Nullable Place after, int limit) {
        String condition = after == null
                ? ""
                : " and d.legalName >= :name and (d.legalName > :name or d.id > :donor or (d.id = :donor and (e.valueYear > :year"
                        + " or (e.valueYear = :year and e.instrument > :instrument))))";
        TypedQuery<Object[]> query = query(
                criteria,
                currency,
                "d.id, d.reference, d.legalName, e.valueYear, e.instrument",
                condition,
                "d.legalName, d.id, e.valueYear, e.instrument");
        if (after != null) {
            query.setParameter("name", after.donorName())
                    .setParameter("donor", after.donorId())
                    .setParameter("year", (short) after.year())
                    .setParameter("instrument", after.instrument());
        }
        return query.setMaxResults(limit).getResultList().stream()
                .map(row -> new DonorYear(
                        (Long) row[0],
                        (Reference) row[1],
                        (String) row[2],
                        ((Number) row[3]).intValue(),
                        (Instrument) row[4],
                        figures(row, 5)))
                .toList();
    }

    /** The first and the last year there is an entry of, or nothing when there is none. */
    public List<Integer> years() {
        Object[] row = entities.createQuery(
                        "select min(e.valueYear), max(e.valueYear) from LedgerEntry e", Object[].class)
                .getSingleResult();
        return row[0] == null ? List.of() : List.of(((Number) row[0]).intValue(), ((Number) row[1]).intValue());
    }

    private TypedQuery<Object[]> query(
            FigureCriteria criteria, Currency currency, String by, String condition, String order) {
        boolean usd = currency.equals(USD);
        String value = usd
                ? "e.usdAmount"
                : "case when e.currency = :currency then e.exactAmount else e.usdAmount * x.perUsd end";
        String rate = usd
                ? ""
                : " left join " + RATE_DAYS + " r on r.day = e.valueDate"
                        + " left join ExchangeRate x on x.currency = :currency and x.effectiveOn = r.effective";
        boolean named = by.startsWith("d.") || criteria.sector() != null || criteria.country() != null;
        // half the time of a sum over all entries goes into looking up donors nobody asked for
        String donor = named ? " join e.donor d" : "";
        List<String> conditions = new ArrayList<>(List.of("e.valueYear between :fromYear and :toYear"));
        addIf(conditions, criteria.donorId(), "e.donor.id = :only");
        addIf(conditions, criteria.sector(), "d.sector = :sector");
        addIf(conditions, criteria.country(), "d.country = :country");
        addIf(conditions, criteria.instrument(), "e.instrument = :means");
        String jpql = "select " + by + ", " + sum(value, "PLEDGED") + ", " + sum(value, "COMMITTED") + ", "
                + sum(value, "RECEIVED") + ", count(*), sum(case when " + value + " is null then 1 else 0 end)"
                + " from LedgerEntry e" + donor + rate + " where " + String.join(" and ", conditions) + condition
                + " group by " + by + " order by " + order;
        TypedQuery<Object[]> query = entities.createQuery(jpql, Object[].class)
                .setParameter("fromYear", (short) criteria.fromYear())
                .setParameter("toYear", (short) criteria.toYear());
        if (!usd) {
            query.setParameter("currency", currency);
        }
        setIf(query, "only", criteria.donorId());
        setIf(query, "sector", criteria.sector());
        setIf(query, "country", criteria.country());
        setIf(query, "means", criteria.instrument());
        return query;
    }

    private static String sum(String value, String measure) {
        return "sum(case when e.measure = org.kizuna.contribution.Measure." + measure + " then " + value + " end)";
    }

    private static void addIf(List<String> conditions, @Nullable Object value, String condition) {
        if (value != null) {
            conditions.add(condition);
        }
    }

    private static void setIf(TypedQuery<?> query, String name, @Nullable Object value) {
        if (value != null) {
            query.setParameter(name, value);
        }
    }

    private static Figures figures(Object[] row, int at) {
        return new Figures(
                (BigDecimal) row[at], (BigDecimal) row[at + 1], (BigDecimal) row[at + 2], (Long) row[at + 3], (Long)
                        row[at + 4]);
    }

    /** A row of {@link #byDonor} to go on after. */
    public record Place(String donorName, long donorId, int year, Instrument instrument) {}
}
