package org.kizuna.ledger;

import jakarta.persistence.EntityManager;
import org.kizuna.shared.paging.KeysetQuery;

/** Narrows queries of ledger entries {@code e} to those that are asked for. */
public final class EntryFilter {

    private static final String OPEN = "org.kizuna.ledger.ReversalAnswer.OPEN";

    private EntryFilter() {}

    /** Of entries alone, without the tables that only rows show. */
    public static <T> KeysetQuery<T> alone(EntityManager entities, String select, EntryCriteria criteria) {
        return apply(new KeysetQuery<T>(entities, select, "LedgerEntry e", "e"), criteria, "e.contribution", "e.donor");
    }

    /**
     * @param contribution what the query calls an entry's contribution
     * @param donor what it calls the donor
     */
    static <T> KeysetQuery<T> apply(KeysetQuery<T> query, EntryCriteria criteria, String contribution, String donor) {
        return query.filter("e.donor.id = :donor", "donor", criteria.donorId())
                .filter("e.contribution.id = :contribution", "contribution", criteria.contributionId())
                .filter(contribution + ".agreement.id = :agreement", "agreement", criteria.agreementId())
                .filter(donor + ".profile.sector = :sector", "sector", criteria.sector())
                .filter(donor + ".profile.country = :country", "country", criteria.country())
                .filter("e.instrument = :instrument", "instrument", criteria.instrument())
                .filter("e.measure = :measure", "measure", criteria.measure())
                .filter("e.kind = :kind", "kind", criteria.kind())
                .filter("e.valueDate >= :from", "from", criteria.from())
                .filter("e.valueDate <= :to", "to", criteria.to())
                .filter("e.batch = :batch", "batch", criteria.batch())
                .filter(criteria.unconfirmed(), "e.id in (select u.id from UnconfirmedReceipt u)")
                .filter(
                        criteria.reversalAsked(),
                        "(e.id in (select o.entry.id from ReversalRequest o where o.entry is not null and o.answer = "
                                + OPEN + ")"
                                + " or e.batch in (select o.batch from ReversalRequest o where o.batch is not null and"
                                + " o.answer = " + OPEN + "))");
    }
}
