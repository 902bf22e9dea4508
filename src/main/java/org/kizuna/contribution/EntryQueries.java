package org.kizuna.contribution;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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

    private static final String ROW = "new org.kizuna.contribution.EntryRow(e.id, e.reference, c.reference, c.purpose,"
            + " d.reference, d.legalName, e.instrument, e.kind, e.measure, e.amount, e.currency, e.exactAmount,"
            + " e.approximate, e.valueDate, e.usdAmount, e.ratePerUsd, e.rateOn, e.rateSource, e.source, e.reason,"
            + " r.reference, b.reference, k.confirmedBy, e.recordedBy, e.recordedAt)";
    private static final String FROM = "LedgerEntry e join e.contribution c join e.donor d left join e.reverses r"
            + " left join LedgerEntry b on b.reverses = e left join LedgerConfirmation k on k.entry = e";

    @PersistenceContext
    private EntityManager entities;

    public Page<EntryRow> list(EntryCriteria criteria, PageRequest request) {
        return narrowed(new KeysetQuery<EntryRow>(entities, ROW, FROM, "e"), criteria)
                .page(request, ORDERS);
    }

    public CappedCount count(EntryCriteria criteria) {
        return narrowed(new KeysetQuery<EntryRow>(entities, ROW, FROM, "e"), criteria)
                .count();
    }

    private static <T> KeysetQuery<T> narrowed(KeysetQuery<T> query, EntryCriteria criteria) {
        return query.filter("e.donor.id = :donor", "donor", criteria.donorId())
                .filter("e.contribution.id = :contribution", "contribution", criteria.contributionId())
                .filter("c.agreement.id = :agreement", "agreement", criteria.agreementId())
                .filter("d.sector = :sector", "sector", criteria.sector())
                .filter("d.country = :country", "country", criteria.country())
                .filter("e.instrument = :instrument", "instrument", criteria.instrument())
                .filter("e.measure = :measure", "measure", criteria.measure())
                .filter("e.kind = :kind", "kind", criteria.kind())
                .filter("e.valueDate >= :from", "from", criteria.from())
                .filter("e.valueDate <= :to", "to", criteria.to())
                .filter("e.batch = :batch", "batch", criteria.batch())
                .filter(
                        criteria.unconfirmed(),
                        "e.kind in (org.kizuna.contribution.EntryKind.RECEIPT, org.kizuna.contribution.EntryKind.IN_KIND)"
                                + " and k.id is null and b.id is null");
    }

    /** What the entries come to, each column by itself. */
    public EntryTotals totals(EntryCriteria criteria) {
        String sums = "new org.kizuna.contribution.EntryTotals(" + sum("PLEDGED") + ", " + sum("COMMITTED") + ", "
                + sum("RECEIVED") + ", coalesce(sum(case when e.usdAmount is null then 1 else 0 end), 0))";
        return narrowed(new KeysetQuery<EntryTotals>(entities, sums, FROM, "e"), criteria)
                .single(EntryTotals.class);
    }

    private static String sum(String measure) {
        return "coalesce(sum(case when e.measure = org.kizuna.contribution.Measure." + measure
                + " then e.usdAmount end), 0)";
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
        return narrowed(
                        new KeysetQuery<EntryRow>(entities, ROW, FROM, "e"),
                        new EntryCriteria(null, null, null, null, null, null, null, null, null, null, null, true))
                .filter("e.recordedBy <> :me", "me", Caller.name())
                .count();
    }

    /** What statements have entered for these donors and has not been taken back. */
    public List<StatedBefore> statedBefore(Collection<Reference> donors) {
        return donors.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "select new org.kizuna.contribution.EntryQueries$StatedBefore(d.reference, e.instrument,"
                                        + " e.valueYear, e.reference) from LedgerEntry e join e.donor d"
                                        + " where d.reference in :donors and e.batch is not null"
                                        + " and not exists (select 1 from LedgerEntry b where b.reverses = e)",
                                StatedBefore.class)
                        .setParameter("donors", donors)
                        .getResultList();
    }

    /** An entry that a statement made. */
    public record StatedBefore(Reference donor, Instrument instrument, int year, Reference entry) {

        /** For queries, which read the column. */
        public StatedBefore(Reference donor, Instrument instrument, Short year, Reference entry) {
            this(donor, instrument, year.intValue(), entry);
        }
    }
}
