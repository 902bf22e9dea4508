package org.kizuna.figure;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.kizuna.ledger.EntryCriteria;
import org.kizuna.ledger.EntryFilter;
import org.kizuna.ledger.EntrySummary;
import org.kizuna.ledger.EntryTotals;

/** What entries come to: from the sums that are kept or, where those can't tell, from the entries. */
@Dependent
class EntrySummaryOfSums implements EntrySummary {

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    EntrySummaryOfSums() {}

    @Override
    public EntryTotals of(EntryCriteria criteria) {
        return new EntrySums(entities, criteria).kept().orElseGet(() -> ofEntries(criteria));
    }

    private EntryTotals ofEntries(EntryCriteria criteria) {
        String sums = "new org.kizuna.ledger.EntryTotals(" + sum("PLEDGED", "") + ", " + sum("COMMITTED", "") + ", "
                + sum("RECEIVED", " and " + EntrySums.UNSETTLED + " = 0") + ", "
                + sum("RECEIVED", " and " + EntrySums.UNSETTLED + " > 0")
                + ", coalesce(sum(case when e.usdAmount is null then 1 else 0 end), 0))";
        return EntryFilter.<EntryTotals>alone(entities, sums, criteria).single(EntryTotals.class);
    }

    private static String sum(String measure, String and) {
        return "coalesce(sum(case when e.measure = org.kizuna.ledger.Measure." + measure + and
                + " then e.usdAmount end), 0)";
    }
}
