package org.kizuna.contribution;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kizuna.search.SearchFilter;
import org.kizuna.security.Roles;
import org.kizuna.shared.Currencies;
import org.kizuna.shared.Reference;
import org.kizuna.shared.paging.ChangedRecords;
import org.kizuna.shared.paging.CountedPage;
import org.kizuna.shared.paging.KeysetQuery;
import org.kizuna.shared.paging.Page;
import org.kizuna.shared.paging.PageRequest;
import org.kizuna.shared.paging.Selection;
import org.kizuna.shared.paging.SortKey;

/** Reads contributions. */
@Stateless
@RolesAllowed(Roles.ANYBODY)
public class ContributionQueries {

    public static final List<SortKey> ORDERS =
            List.of(SortKey.text("purpose", "c.purpose"), SortKey.reference("c.reference"));

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ChangedRecords changed;

    @Inject
    private ContributionTotals totals;

    public Page<ContributionRow> list(ContributionCriteria criteria, PageRequest request) {
        return list(criteria, Selection.ALL, request);
    }

    public Page<ContributionRow> list(ContributionCriteria criteria, Selection selected, PageRequest request) {
        Page<ContributionRow> page = selected.page(
                query(criteria),
                "c",
                Stream.concat(Stream.of(ContributionFeature.CONTRIBUTION), totals.kinds().stream())
                        .toList(),
                changed,
                request,
                ORDERS);
        Map<Long, Totals> sums = totals(page.items());
        return page.map(row -> row.with(sums.getOrDefault(row.id(), row.totals())));
    }

    public CountedPage<ContributionRow> counted(ContributionCriteria criteria, PageRequest request) {
        return new CountedPage<>(list(criteria, request), query(criteria).count());
    }

    private KeysetQuery<ContributionRow> query(ContributionCriteria criteria) {
        KeysetQuery<ContributionRow> query = new KeysetQuery<>(
                entities,
                "new org.kizuna.contribution.ContributionRow(c.id, c.version, c.reference, c.purpose, d.reference,"
                        + " d.profile.legalName, a.reference, c.instrument, c.currency)",
                "Contribution c left join c.donor d left join c.agreement a",
                "c");
        return SearchFilter.apply(entities, query, ContributionFeature.CONTRIBUTION, "c.id", criteria.text())
                .filter("c.instrument = :instrument", "instrument", criteria.instrument())
                .filter(
                        "c.currency = :currency",
                        "currency",
                        Currencies.find(criteria.currency()).orElse(null))
                .filter("c.donor.id = :donor", "donor", criteria.donorId())
                .filter("c.agreement.id = :agreement", "agreement", criteria.agreementId());
    }

    private Map<Long, Totals> totals(List<ContributionRow> rows) {
        return totals.of(rows.stream().collect(Collectors.toMap(ContributionRow::id, ContributionRow::currency)));
    }

    public Optional<ContributionDetail> find(String reference) {
        if (!Reference.isValid(reference)) {
            return Optional.empty();
        }
        return entities
                .createQuery(
                        "select c from Contribution c join fetch c.donor left join fetch c.agreement"
                                + " left join fetch c.countries where c.reference = :reference",
                        Contribution.class)
                .setParameter("reference", new Reference(reference))
                .getResultList()
                .stream()
                .findFirst()
                .map(contribution -> ContributionDetail.of(contribution, totals(contribution)));
    }

    private Totals totals(Contribution contribution) {
        return totals.of(Map.of(contribution.id(), contribution.currency()))
                .getOrDefault(contribution.id(), Totals.zero(contribution.currency()));
    }
}
