package org.kizuna.ledger;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kizuna.contribution.Instrument;
import org.kizuna.security.Caller;
import org.kizuna.security.Roles;
import org.kizuna.shared.Reference;
import org.kizuna.shared.paging.CappedCount;
import org.kizuna.shared.paging.KeysetQuery;
import org.kizuna.shared.paging.Page;
import org.kizuna.shared.paging.PageRequest;
import org.kizuna.shared.paging.SortKey;

/** Reads ledger entries. */
@Stateless
@RolesAllowed(Roles.ANYBODY)
public class EntryQueries {

    public static final List<SortKey> ORDERS =
            List.of(SortKey.date("date", "e.valueDate"), SortKey.reference("e.reference"));

    private static final int DONORS_AT_ONCE = 500;

    private static final String KIND = "org.kizuna.ledger.EntryKind.";
    private static final String OPEN = "org.kizuna.ledger.ReversalAnswer.OPEN";
    private static final String ROW = "new org.kizuna.ledger.EntryRow(e.id, e.reference, c.reference, c.purpose,"
            + " d.reference, d.profile.legalName, e.instrument, e.kind, e.measure, e.amount, e.currency, e.exactAmount,"
            + " e.approximate, e.valueDate, e.usdAmount, e.ratePerUsd, e.rateOn, e.rateSource, e.source, e.reason,"
            + " r.reference, r.valueDate, b.reference, k.confirmedBy, coalesce((select q.askedBy from ReversalRequest q"
            + " where q.entry = e and q.answer = " + OPEN
            + "), (select min(i.askedBy) from ReversalRequest i where i.batch ="
            + " e.batch and i.answer = " + OPEN + ")), e.recordedBy, e.recordedAt)";

    /** Every entry has both, but a database that may begin with another table sometimes does, and then sorts all. */
    private static final String FROM =
            "LedgerEntry e left join e.contribution c left join e.donor d left join e.reverses r"
                    + " left join LedgerEntry b on b.reverses = e left join LedgerConfirmation k on k.entry = e";

    private static final String REQUEST = "select new org.kizuna.ledger.ReversalRow(q.askedBy, q.askedAt,"
            + " q.countsOn, q.reason, q.batch, q.answerer) from ReversalRequest q";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private EntrySummary summary;

    public Page<EntryRow> list(EntryCriteria criteria, PageRequest request) {
        return EntryFilter.apply(new KeysetQuery<EntryRow>(entities, ROW, FROM, "e"), criteria, "c", "d")
                .page(request, ORDERS);
    }

    public CappedCount count(EntryCriteria criteria) {
        return EntryFilter.<Long>alone(entities, "e.id", criteria).count();
    }

    /** What the entries come to, each column by itself. */
    public EntryTotals totals(EntryCriteria criteria) {
        return summary.of(criteria);
    }

    public Optional<EntryRow> find(String reference) {
        if (!Reference.isValid(reference)) {
            return Optional.empty();
        }
        return entities
                .createQuery("select " + ROW + " from " + FROM + " where e.reference = :reference", EntryRow.class)
                .setParameter("reference", new Reference(reference))
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Receipts that wait for the caller to confirm them, counted up to a thousand. */
    public CappedCount awaitingConfirmation() {
        return new KeysetQuery<Long>(entities, "u.id", "UnconfirmedReceipt u", "u")
                .filter("u.recordedBy <> :me", "me", Caller.name())
                .count();
    }

    /**
     * Entries, and imports with all of theirs, that somebody else than the caller asks to take back.
     *
     * @param receipts those that a treasurer confirms, or those that an approver does
     */
    public CappedCount awaitingReversal(boolean receipts) {
        return new KeysetQuery<Long>(entities, "q.id", "ReversalRequest q left join q.entry x", "q")
                .filter("q.askedBy <> :me", "me", Caller.name())
                .filter("q.answer = :open", "open", ReversalAnswer.OPEN)
                .filter(
                        "(x.kind in ("
                                + (receipts
                                        ? KIND + "RECEIPT, " + KIND + "IN_KIND"
                                        : KIND + "REFUND, " + KIND + "WRITE_OFF")
                                + ") or q.answerer = :role)",
                        "role",
                        receipts ? Roles.TREASURER : Roles.APPROVER)
                .count();
    }

    /** Who asks to take an entry back, or all that came with it, and why. */
    public Optional<ReversalRow> askedReversal(long entryId) {
        return entities.createQuery(
                        REQUEST
                                + " left join q.entry x where (x.id = :entry or q.batch = (select e.batch from LedgerEntry e"
                                + " where e.id = :entry)) and q.answer = :open order by q.batch",
                        ReversalRow.class)
                .setParameter("entry", entryId)
                .setParameter("open", ReversalAnswer.OPEN)
                .getResultStream()
                .findFirst();
    }

    /** Who asks to take all back that an import entered, and whose word is still awaited. */
    public List<ReversalRow> askedReversal(String batch) {
        return entities.createQuery(
                        REQUEST + " where q.batch = :batch and q.answer = :open order by q.answerer", ReversalRow.class)
                .setParameter("batch", batch)
                .setParameter("open", ReversalAnswer.OPEN)
                .getResultList();
    }

    /** What statements have entered for these donors in these years and has not been taken back. */
    public List<StatedBefore> statedBefore(List<Reference> donors, Collection<Short> years) {
        List<StatedBefore> stated = new ArrayList<>();
        for (int from = 0; from < donors.size() && !years.isEmpty(); from += DONORS_AT_ONCE) {
            stated.addAll(entities.createQuery(
                            "select new org.kizuna.ledger.EntryQueries$StatedBefore(d.reference, e.instrument,"
                                    + " e.valueYear, e.reference, e.exactAmount) from LedgerEntry e join e.donor d"
                                    + " where d.reference in :donors and e.valueYear in :years and e.batch is not null"
                                    + " and not exists (select 1 from LedgerEntry b where b.reverses = e)",
                            StatedBefore.class)
                    .setParameter("donors", donors.subList(from, Math.min(donors.size(), from + DONORS_AT_ONCE)))
                    .setParameter("years", years)
                    .getResultList());
        }
        if (!years.isEmpty()) {
            stated.addAll(refundsStatedBefore(donors, years));
        }
        return stated;
    }

    private List<StatedBefore> refundsStatedBefore(List<Reference> donors, Collection<Short> years) {
        List<StatedBefore> stated = new ArrayList<>();
        for (int from = 0; from < donors.size(); from += DONORS_AT_ONCE) {
            for (Object found : entities.createNativeQuery(
                            "SELECT d.reference, c.instrument, EXTRACT(YEAR FROM s.value_date), c.reference AS"
                                    + " contribution, s.figure FROM partner d JOIN contribution c ON c.donor_id = d.id JOIN"
                                    + " stated_refund s ON s.contribution_id = c.id WHERE d.reference IN (:donors) AND"
                                    + " EXTRACT(YEAR FROM s.value_date) IN (:years)")
                    .setParameter(
                            "donors",
                            donors.subList(from, Math.min(donors.size(), from + DONORS_AT_ONCE)).stream()
                                    .map(Reference::value)
                                    .toList())
                    .setParameter("years", years)
                    .getResultList()) {
                Object[] row = (Object[]) found;
                stated.add(new StatedBefore(
                        new Reference((String) row[0]),
                        Instrument.valueOf((String) row[1]),
                        ((Number) row[2]).intValue(),
                        new Reference((String) row[3]),
                        (BigDecimal) row[4]));
            }
        }
        return stated;
    }

    /** Refunds that statements tell of and an approver has still to enter, by the import they came with. */
    public Map<String, Integer> statedRefunds() {
        Map<String, Integer> waiting = new TreeMap<>();
        for (Object found : entities.createNativeQuery(
                        "SELECT batch, COUNT(*) FROM stated_refund GROUP BY batch ORDER BY batch")
                .getResultList()) {
            Object[] row = (Object[]) found;
            waiting.put((String) row[0], ((Number) row[1]).intValue());
        }
        return waiting;
    }

    /** An entry that a statement made. */
    public record StatedBefore(Reference donor, Instrument instrument, int year, Reference entry, BigDecimal figure) {

        /** For queries, which read the column. */
        public StatedBefore(Reference donor, Instrument instrument, Short year, Reference entry, BigDecimal figure) {
            this(donor, instrument, year.intValue(), entry, figure);
        }
    }
}
