package org.kizuna.figure;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Reference;

/**
 * The donors who gave most. Where sums are kept not all donors are summed up: whoever gave most in five years was among
 * the largest of one of them. Each year's largest are looked at, and when even the most that any other can have given
 * in all years together is less than the last one of the list gave, the list is right.
 */
final class LargestDonors {

    private static final int FIRST_LOOK = 50;
    private static final int LAST_LOOK = 800;
    private static final int MOST_YEARS = 40;
    private static final Comparator<Donor> MOST_FIRST = Comparator.comparing(
                    (Donor donor) -> donor.figures().received())
            .thenComparing(donor -> donor.figures().pledged())
            .reversed();

    private final EntityManager entities;
    private final FigureSource source;
    private final FigureCriteria criteria;
    private final String code;
    private final String unsummed;

    LargestDonors(
            EntityManager entities, FigureSource source, FigureCriteria criteria, com.ibm.icu.util.Currency currency) {
        this.entities = entities;
        this.source = source;
        this.criteria = criteria;
        this.code = currency.getCurrencyCode();
        String years = "e.value_year BETWEEN " + criteria.fromYear() + " AND " + criteria.toYear();
        EntryValueSql worth = EntryValueSql.of(currency);
        this.unsummed = worth.ofUnsummedEntries(years) + " UNION ALL " + worth.ofMoves(years);
    }

    List<DonorTotal> list(int limit) {
        List<Donor> largest = null;
        boolean anybody = source.isKept()
                && !source.isOfSomeDonors()
                && criteria.donorId() == null
                && criteria.toYear() - criteria.fromYear() < MOST_YEARS;
        for (int look = FIRST_LOOK; anybody && largest == null && look <= LAST_LOOK; look *= 4) {
            largest = amongTheLargestOfEachYear(limit, look);
        }
        return named(
                largest == null ? sums(null, " ORDER BY received DESC, pledged DESC, f.donor_id", limit) : largest);
    }

    /** Null when somebody else may have given as much. */
    private @Nullable List<Donor> amongTheLargestOfEachYear(int limit, int look) {
        Set<Long> candidates = new LinkedHashSet<>();
        Map<Integer, List<BigDecimal>> received = new LinkedHashMap<>();
        for (Object[] row : rows(entities.createNativeQuery(largestOfEachYear(look)))) {
            candidates.add(((Number) row[1]).longValue());
            if (row[2] != null) {
                received.computeIfAbsent(((Number) row[0]).intValue(), year -> new ArrayList<>())
                        .add((BigDecimal) row[2]);
            }
        }
        if (candidates.size() < limit) {
            return null;
        }
        BigDecimal most = received.values().stream()
                .filter(year -> year.size() == look)
                .map(year -> year.stream().reduce(BigDecimal::min).orElseThrow().max(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Donor> donors = sums(List.copyOf(candidates), "", candidates.size()).stream()
                .sorted(MOST_FIRST)
                .limit(limit)
                .toList();
        return donors.get(donors.size() - 1).figures().received().compareTo(most) > 0 ? donors : null;
    }

    private String largestOfEachYear(int look) {
        return IntStream.rangeClosed(criteria.fromYear(), criteria.toYear())
                        .mapToObj(year ->
                                "(SELECT value_year, donor_id, received FROM ledger_sum WHERE currency = '" + code
                                        + "' AND " + source.together() + " AND value_year = " + year
                                        + " AND donor_id <> 0 ORDER BY received DESC LIMIT " + look + ") UNION ALL ")
                        .collect(Collectors.joining())
                + "(SELECT DISTINCT 0, n.donor_id, NULL FROM (" + unsummed + ") n)";
    }

    private List<Donor> sums(@Nullable List<Long> donors, String order, int limit) {
        Query query = source.sums("f.donor_id", source.ofDonors(donors), false, "", order);
        return rows(query.setMaxResults(limit)).stream()
                .map(row -> new Donor(((Number) row[0]).longValue(), DonorFigures.figures(row, 1)))
                .toList();
    }

    private List<DonorTotal> named(List<Donor> donors) {
        if (donors.isEmpty()) {
            return List.of();
        }
        Map<Long, Object[]> names = rows(entities.createNativeQuery(
                                "SELECT id, reference, legal_name FROM partner WHERE id IN (:ids)")
                        .setParameter("ids", donors.stream().map(Donor::id).toList()))
                .stream()
                .collect(Collectors.toMap(row -> ((Number) row[0]).longValue(), row -> row));
        return donors.stream()
                .map(donor -> total(donor, Objects.requireNonNull(names.get(donor.id()))))
                .sorted(Comparator.comparing(
                                (DonorTotal total) -> total.figures().received())
                        .thenComparing(total -> total.figures().pledged())
                        .reversed()
                        .thenComparing(DonorTotal::donorName)
                        .thenComparing(DonorTotal::donorId))
                .toList();
    }

    private static DonorTotal total(Donor donor, Object[] name) {
        return new DonorTotal(donor.id(), new Reference((String) name[1]), (String) name[2], donor.figures());
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }

    private record Donor(long id, Figures figures) {}
}
