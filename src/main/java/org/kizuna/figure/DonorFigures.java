package org.kizuna.figure;

import com.ibm.icu.util.Currency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.contribution.Instrument;
import org.kizuna.security.Roles;
import org.kizuna.shared.Reference;

/**
 * Sums over ledger entries, in one reporting currency: {@link org.kizuna.figure.EntryValueSql} says what each counts.
 */
@Stateless
@RolesAllowed(Roles.ANYBODY)
public class DonorFigures {

    private static final FigurePeriod ALL_YEARS = new FigurePeriod(1, 9999);

    private static final String AFTER_DONOR = " AND d.legal_name >= :name AND (d.legal_name > :name OR %s)";

    @PersistenceContext
    private EntityManager entities;

    /** Received and the other two by year and instrument, years in order. */
    public List<YearInstrument> byYear(FigureCriteria criteria, Currency currency) {
        FigureSource source = new FigureSource(entities, criteria, currency);
        return rows(source.sums(
                        "f.value_year, f.instrument",
                        source.byYear(),
                        false,
                        "",
                        " ORDER BY f.value_year, f.instrument"))
                .stream()
                .map(row -> new YearInstrument(number(row[0]), Instrument.valueOf((String) row[1]), figures(row, 2)))
                .toList();
    }

    /** The donors who gave most, by what was received, then pledged. */
    public List<DonorTotal> largest(FigureCriteria criteria, Currency currency, int limit) {
        FigureSource source = new FigureSource(entities, criteria, currency);
        return new LargestDonors(entities, source, criteria, currency).list(limit);
    }

    /**
     * One row for each donor, year and instrument, in the order of the donors' names.
     *
     * @param after the row before the first one wanted, or null
     */
    public List<DonorYear> byDonor(FigureCriteria criteria, Currency currency, @Nullable Place after, int limit) {
        FigureSource source = new FigureSource(entities, criteria, currency);
        List<Long> some = source.isKept() && criteria.donorId() == null ? next(source, after, limit) : null;
        if (some != null && some.isEmpty()) {
            return List.of();
        }
        String condition = after == null
                ? ""
                : AFTER_DONOR.formatted("d.id > :donor OR (d.id = :donor AND (f.value_year > :year OR"
                        + " (f.value_year = :year AND f.instrument > :instrument)))");
        String by = "d.id, d.reference, d.legal_name, f.value_year, f.instrument";
        Query query = source.sums(
                by, source.byDonor(some), true, condition, " ORDER BY d.legal_name, d.id, f.value_year, f.instrument");
        if (after != null) {
            query.setParameter("name", after.donorName())
                    .setParameter("donor", after.donorId())
                    .setParameter("year", after.year())
                    .setParameter("instrument", after.instrument().name());
        }
        return rows(query.setMaxResults(limit)).stream()
                .map(row -> new DonorYear(
                        ((Number) row[0]).longValue(),
                        new Reference((String) row[1]),
                        (String) row[2],
                        number(row[3]),
                        Instrument.valueOf((String) row[4]),
                        figures(row, 5)))
                .toList();
    }

    /** The donors whose rows can stand on the page, in the order of their names: each has one row at least. */
    private List<Long> next(FigureSource source, @Nullable Place after, int limit) {
        Query query = source.withCountry(entities.createNativeQuery("SELECT d.id FROM partner d WHERE "
                + source.hasFigures() + source.ofDonors()
                + (after == null ? "" : AFTER_DONOR.formatted("d.id >= :donor"))
                + " ORDER BY d.legal_name, d.id"));
        if (after != null) {
            query.setParameter("name", after.donorName()).setParameter("donor", after.donorId());
        }
        List<?> ids = query.setMaxResults(limit + 1).getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).toList();
    }

    /** Of all years, whatever the period of the criteria. */
    public YearlyFigures yearly(FigureCriteria criteria, Currency currency) {
        return new YearlyFigures(byYear(criteria.within(ALL_YEARS), currency));
    }

    /** Of some days, both inclusive, whatever the period of the criteria. */
    public Figures between(FigureCriteria criteria, Currency currency, LocalDate from, LocalDate to) {
        FigureSource source = new FigureSource(entities, criteria, currency);
        return rows(source.sums("f.value_year", source.ofDays(from, to), false, "", "")).stream()
                .map(row -> figures(row, 1))
                .reduce(Figures.NONE, Figures::plus);
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }

    private static int number(Object column) {
        return ((Number) column).intValue();
    }

    static Figures figures(Object[] row, int at) {
        return new Figures(
                (BigDecimal) row[at],
                (BigDecimal) row[at + 1],
                (BigDecimal) row[at + 2],
                (BigDecimal) row[at + 3],
                ((Number) row[at + 4]).longValue(),
                ((Number) row[at + 5]).longValue());
    }

    /** A row of {@link #byDonor} to go on after. */
    public record Place(String donorName, long donorId, int year, Instrument instrument) {}
}
