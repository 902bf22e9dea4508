package org.kizuna.figure;

import com.ibm.icu.util.Currency;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kizuna.contribution.ContributionTotals;
import org.kizuna.contribution.Totals;
import org.kizuna.ledger.LedgerFeature;
import org.kizuna.ledger.Measure;
import org.kizuna.shared.Money;

/** What contributions come to, each in its own currency, from their entries. */
@Dependent
class ContributionSums implements ContributionTotals {

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    ContributionSums() {}

    @Override
    public List<String> kinds() {
        return List.of(LedgerFeature.ENTRY);
    }

    @Override
    public Map<Long, Totals> of(Map<Long, Currency> contributions) {
        Map<Long, Totals> totals = new HashMap<>();
        if (contributions.isEmpty()) {
            return totals;
        }
        List<Object[]> sums = entities.createQuery(
                        "select e.contribution.id, e.measure, sum(e.exactAmount), sum(case when "
                                + EntrySums.UNSETTLED + " > 0 then e.exactAmount else 0 end) from LedgerEntry e"
                                + " where e.contribution.id in :ids group by e.contribution.id, e.measure",
                        Object[].class)
                .setParameter("ids", contributions.keySet())
                .getResultList();
        for (Object[] sum : sums) {
            Long id = (Long) sum[0];
            Currency currency = Objects.requireNonNull(contributions.get(id));
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
}
