package org.kizuna.ledger;

/** What entries come to, told by whoever sums them up. */
public interface EntrySummary {

    EntryTotals of(EntryCriteria criteria);
}
