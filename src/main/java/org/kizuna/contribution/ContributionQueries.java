package org.kizuna.contribution;

import com.ibm.icu.util.Currency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kizuna.search.SearchFilter;
import org.kizuna.security.Roles;
import org.kizuna.shared.Currencies;
import org.kizuna.shared.Money;
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

    public Page<ContributionRow> list(ContributionCriteria criteria, PageRequest request) {
        return list(criteria, Selection.ALL, request);
    }

    public Page<ContributionRow> list(ContributionCriteria criteria, Selection selected, PageRequest request) {
        Page<ContributionRow> page = selected.page(
                query(criteria),
                "c",
                List.of(ContributionFeature.CONTRIBUTION, ContributionFeature.ENTRY),
                changed,
                request,
                ORDERS);
        Map<Long, Totals> totals = totals(page.items());
        return page.map(row -> row.with(totals.getOrDefault(row.id(), row.totals())));
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
        Map<Long, Totals> totals = new HashMap<>();
        if (rows.isEmpty()) {
            return totals;
        }
        Map<Long, Currency> currencies = new HashMap<>();
        rows.forEach(row -> currencies.put(row.id(), row.currency()));
        List<Object[]> sums = entities.createQuery(
                        "select e.contribution.id, e.measure, sum(e.exactAmount), sum(case when "
                                + EntryQueries.UNSETTLED + " > 0 then e.exactAmount else 0 end) from LedgerEntry e"
                                + " where e.contribution.id in :ids group by e.contribution.id, e.measure",
                        Object[].class)
                .setParameter("ids", currencies.keySet())
                .getResultList();
        for (Object[] sum : sums) {
            Long id = (Long) sum[0];
            Currency currency = java.util.Objects.requireNonNull(currencies.get(id));
            BigDecimal open = (BigDecimal) sum[3];
            Money unconfirmed = Money.rounded(open, currency);
            Money amount = Money.rounded(((BigDecimal) sum[2]).subtract(open), currency);
            Totals before = totals.getOrDefault(id, Totals.zero(currency));
            totals.put(
                    id,
                    switch ((Measure) sum[1]) {
                        case PLEDGED -> new Totals(amount, before.committed(), before.received(), before.unconfirmed());
                        case COMMITTED -> new Totals(before.pledged(), amount, before.received(), before.unconfirmed());
                        case RECEIVED -> new Totals(before.pledged(), before.committed(), amount, unconfirmed);
                    });
        }
        return totals;
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
        ContributionRow row = new ContributionRow(
                contribution.id(),
                contribution.version(),
                contribution.reference(),
                contribution.purpose(),
                contribution.donor().reference(),
                contribution.donor().legalName(),
                null,
                contribution.instrument(),
                contribution.currency());
        return totals(List.of(row)).getOrDefault(contribution.id(), row.totals());
    }
}
