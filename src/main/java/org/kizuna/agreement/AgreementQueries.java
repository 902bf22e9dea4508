package org.kizuna.agreement;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kizuna.search.SearchFilter;
import org.kizuna.security.Roles;
import org.kizuna.shared.Reference;
import org.kizuna.shared.paging.Among;
import org.kizuna.shared.paging.CappedCount;
import org.kizuna.shared.paging.CountedPage;
import org.kizuna.shared.paging.KeysetQuery;
import org.kizuna.shared.paging.Page;
import org.kizuna.shared.paging.PageRequest;
import org.kizuna.shared.paging.SortKey;

/** Reads agreements. */
@Stateless
@RolesAllowed(Roles.ANYBODY)
public class AgreementQueries {

    public static final List<SortKey> ORDERS =
            List.of(SortKey.text("title", "a.title"), SortKey.reference("a.reference"));

    @PersistenceContext
    private EntityManager entities;

    public Page<AgreementRow> list(AgreementCriteria criteria, PageRequest request) {
        Page<AgreementRow> page = query(criteria).page(request, ORDERS);
        Map<Long, List<PartyRow>> parties = parties(page.items());
        return page.map(row -> row.with(parties.getOrDefault(row.id(), List.of())));
    }

    public CountedPage<AgreementRow> counted(AgreementCriteria criteria, PageRequest request) {
        return new CountedPage<>(list(criteria, request), count(criteria));
    }

    public CappedCount count(AgreementCriteria criteria) {
        return query(criteria).count();
    }

    private KeysetQuery<AgreementRow> query(AgreementCriteria criteria) {
        KeysetQuery<AgreementRow> query = new KeysetQuery<>(
                entities,
                "new org.kizuna.agreement.AgreementRow(a.id, a.version, a.reference, a.type, a.title, a.status,"
                        + " a.ceiling, a.currency, a.startsOn, a.plannedEndOn, a.sample)",
                "Agreement a",
                "a");
        return SearchFilter.apply(entities, query, "Agreement", "a.id", criteria.text())
                .filter("a.type = :type", "type", criteria.type())
                .filter("a.status = :status", "status", criteria.status())
                .filter(
                        "a.id in (select bound.id from Agreement bound join bound.parties party"
                                + " where party.partner.id = :partner)",
                        "partner",
                        criteria.partnerId())
                .filter("a.parent.id = :parent", "parent", criteria.parentId())
                .filter("a.plannedEndOn <= :endsBy", "endsBy", criteria.endsBy())
                .filter("a.recordedBy = :recordedBy", "recordedBy", criteria.recordedBy());
    }

    private Map<Long, List<PartyRow>> parties(List<AgreementRow> rows) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        Among these = Among.of(rows.stream().map(AgreementRow::id).toList());
        return these
                .set(entities.createQuery(
                        "select new org.kizuna.agreement.PartyRow(a.id, partner.reference, partner.legalName, party.role,"
                                + " party.signatory, party.signatoryTitle, party.signedOn) from Agreement a"
                                + " join a.parties party join party.partner partner where a.id in "
                                + these.names() + " order by a.id, index(party)",
                        PartyRow.class))
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(PartyRow::agreementId));
    }

    public Optional<AgreementDetail> find(String reference) {
        if (!Reference.isValid(reference)) {
            return Optional.empty();
        }
        return entities
                .createQuery(
                        "select a from Agreement a left join fetch a.parties left join fetch a.parent"
                                + " where a.reference = :reference",
                        Agreement.class)
                .setParameter("reference", new Reference(reference))
                .getResultList()
                .stream()
                .findFirst()
                .map(AgreementDetail::of);
    }
}
