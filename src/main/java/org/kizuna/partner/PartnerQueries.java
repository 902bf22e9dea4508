package org.kizuna.partner;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.kizuna.search.SearchFilter;
import org.kizuna.security.Roles;
import org.kizuna.shared.paging.CappedCount;
import org.kizuna.shared.paging.KeysetQuery;
import org.kizuna.shared.paging.Page;
import org.kizuna.shared.paging.PageRequest;
import org.kizuna.shared.paging.SortKey;

/** Reads partners. */
@Stateless
@RolesAllowed(Roles.ANYBODY)
public class PartnerQueries {

    public static final List<SortKey> ORDERS =
            List.of(SortKey.text("name", "p.legalName"), SortKey.reference("p.reference"));

    @PersistenceContext
    private EntityManager entities;

    public Page<PartnerRow> list(PartnerCriteria criteria, PageRequest request) {
        return query(criteria).page(request, ORDERS);
    }

    public CappedCount count(PartnerCriteria criteria) {
        return query(criteria).count();
    }

    private KeysetQuery<PartnerRow> query(PartnerCriteria criteria) {
        KeysetQuery<PartnerRow> query = new KeysetQuery<>(
                entities,
                "new org.kizuna.partner.PartnerRow(p.id, p.version, p.reference, p.legalName, p.localName, p.sector,"
                        + " p.country, p.status, p.collective)",
                "Partner p",
                "p");
        return SearchFilter.apply(query, "Partner", "p.id", criteria.text())
                .filter("p.sector = :sector", "sector", criteria.sector())
                .filter("p.country = :country", "country", criteria.country())
                .filter("p.status = :status", "status", criteria.status())
                .filter("p.parent.id = :parent", "parent", criteria.parentId());
    }

    public Optional<PartnerDetail> find(String reference) {
        return PartnerLookup.find(entities, reference).map(PartnerDetail::of);
    }
}
