package org.kizuna.partner;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.kizuna.lifecycle.PossibleSteps;
import org.kizuna.search.KnownName;
import org.kizuna.search.SearchFilter;
import org.kizuna.security.Caller;
import org.kizuna.security.PartsPlayed;
import org.kizuna.security.Roles;
import org.kizuna.shared.Reference;
import org.kizuna.shared.Time;
import org.kizuna.shared.paging.CappedCount;
import org.kizuna.shared.paging.ChangedRecords;
import org.kizuna.shared.paging.CountedPage;
import org.kizuna.shared.paging.KeysetQuery;
import org.kizuna.shared.paging.Page;
import org.kizuna.shared.paging.PageRequest;
import org.kizuna.shared.paging.Selection;
import org.kizuna.shared.paging.SortKey;

/** Reads partners. */
@Stateless
@RolesAllowed(Roles.ANYBODY)
public class PartnerQueries {

    public static final List<SortKey> ORDERS =
            List.of(SortKey.text("name", "p.profile.legalName"), SortKey.reference("p.reference"));

    private static final int NAMES_AT_ONCE = 500;

    private static final String ROW = "new org.kizuna.partner.PartnerRow(p.id, p.version, p.reference,"
            + " p.profile.legalName, p.profile.localName, p.profile.sector, p.profile.country, p.status, p.profile.collective)";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ChangedRecords changed;

    @Inject
    private Clock clock;

    public Page<PartnerRow> list(PartnerCriteria criteria, PageRequest request) {
        return list(criteria, Selection.ALL, request);
    }

    public Page<PartnerRow> list(PartnerCriteria criteria, Selection selected, PageRequest request) {
        return selected.page(query(criteria), "p", List.of(PartnerFeature.PARTNER), changed, request, ORDERS);
    }

    public CountedPage<PartnerRow> counted(PartnerCriteria criteria, PageRequest request) {
        return new CountedPage<>(list(criteria, request), count(criteria));
    }

    public CappedCount count(PartnerCriteria criteria) {
        return query(criteria).count();
    }

    private KeysetQuery<PartnerRow> query(PartnerCriteria criteria) {
        KeysetQuery<PartnerRow> query = new KeysetQuery<>(entities, ROW, "Partner p", "p");
        return SearchFilter.apply(entities, query, PartnerFeature.PARTNER, "p.id", criteria.text())
                .filter("p.profile.sector = :sector", "sector", criteria.sector())
                .filter("p.profile.country = :country", "country", criteria.country())
                .filter("p.status = :status", "status", criteria.status())
                .filter("p.parent.id = :parent", "parent", criteria.parentId())
                .filter(true, "p.mergedInto is null")
                .filter(criteria.changePending(), "exists (select 1 from PartnerChange c where c.openOf = p.id)");
    }

    public Optional<PartnerDetail> find(String reference) {
        if (!Reference.isValid(reference)) {
            return Optional.empty();
        }
        // its page asks a dozen questions: what it has few of comes with the partner
        return entities
                .createQuery(
                        "select p from Partner p left join fetch p.names left join fetch p.identifiers"
                                + " left join fetch p.contacts left join fetch p.steps where p.reference = :reference",
                        Partner.class)
                .setParameter("reference", new Reference(reference))
                .getResultList()
                .stream()
                .findFirst()
                .map(PartnerDetail::of);
    }

    /** The steps that its state leads to, and what stands against each. */
    public Optional<PossibleSteps> possibleSteps(String reference) {
        return PartnerLookup.find(entities, reference).map(partner -> {
            PossibleSteps possible = new PossibleSteps(
                    partner.status().name(),
                    partner.version(),
                    PartnerLifecycle.STEPS.possible(partner.status(), partner, Time.now(clock)));
            return new PartsPlayed(entities, Caller.name()).isAuthor(partner)
                    ? possible.with("approve", step -> step.butFor(new ApproverIsAuthor()))
                    : possible;
        });
    }

    /** What is proposed for a partner and waits for an approver. */
    public Optional<PendingPartnerChange> pendingChange(Reference partner) {
        return PartnerLookup.openChange(entities, partner).map(PendingPartnerChange::of);
    }

    /**
     * Identifiers that their lists do not have as they are recorded, in the order of the partners' names.
     *
     * @param most no more than these
     */
    public List<UnfitIdentifier> unfitIdentifiers(int most) {
        try (Stream<UnfitIdentifier> all = entities.createQuery(
                        "select new org.kizuna.partner.UnfitIdentifier(p.reference, p.profile.legalName,"
                                + " i.listCode, i.value)"
                                + " from Partner p join p.identifiers i order by p.profile.legalName, p.id,"
                                + " i.listCode, i.value",
                        UnfitIdentifier.class)
                .getResultStream()) {
            return all.filter(identifier ->
                            !IdentifierList.fits(new PartnerIdentifier(identifier.listCode(), identifier.value())))
                    .limit(most)
                    .toList();
        }
    }

    /**
     * Partners that names may stand for though they are written in another way.
     *
     * @return by the name asked for
     */
    public Map<String, PartnerNamed> likely(Collection<String> names) {
        Map<String, String> keys = new HashMap<>();
        names.forEach(name -> {
            String key = NameKey.of(name);
            if (key != null) {
                keys.put(name, key);
            }
        });
        Map<String, PartnerNamed> known = new KnownNames(entities).find(keys.values());
        Map<String, PartnerNamed> likely = new HashMap<>();
        keys.forEach((name, key) -> {
            PartnerNamed named = known.get(key);
            if (named != null) {
                likely.put(name, named);
            }
        });
        return likely;
    }

    /**
     * Names among these that are written nearly as one before them.
     *
     * @return by the name, the first that is written so
     */
    public Map<String, String> alike(Collection<String> names) {
        Map<String, String> first = new HashMap<>();
        Map<String, String> alike = new HashMap<>();
        for (String name : names) {
            String key = NameKey.of(name);
            String before = key == null ? null : first.putIfAbsent(key, name);
            if (before != null && !before.equals(name)) {
                alike.put(name, before);
            }
        }
        return alike;
    }

    /** One as in a list. */
    public Optional<PartnerRow> row(String reference) {
        if (!Reference.isValid(reference)) {
            return Optional.empty();
        }
        return entities.createQuery(
                        "select " + ROW + " from Partner p where p.reference = :reference", PartnerRow.class)
                .setParameter("reference", new Reference(reference))
                .getResultStream()
                .findFirst();
    }

    /**
     * Partners that have one of the names, as legal or local name, alias or former name.
     *
     * @return by the form of the name asked for, see {@link KnownName#form}
     */
    public Map<String, PartnerRow> byName(Collection<String> names) {
        Map<String, PartnerRow> found = new HashMap<>();
        List<String> distinct = names.stream().distinct().toList();
        for (int from = 0; from < distinct.size(); from += NAMES_AT_ONCE) {
            List<String> some = distinct.subList(from, Math.min(distinct.size(), from + NAMES_AT_ONCE));
            known(some.stream().map(KnownName::form).toList(), found);
            named("select n.name, " + ROW + " from Partner p join p.names n where n.name in :names", some, found);
            named(
                    "select p.profile.legalName, " + ROW + " from Partner p" + " where p.profile.legalName in :names",
                    some,
                    found);
        }
        return found;
    }

    private void known(List<String> forms, Map<String, PartnerRow> found) {
        Map<String, List<Long>> ids = KnownName.records(entities, PartnerFeature.PARTNER, forms);
        List<Long> all = ids.values().stream().flatMap(List::stream).distinct().toList();
        if (all.isEmpty()) {
            return;
        }
        Map<Long, PartnerRow> rows = new HashMap<>();
        entities.createQuery("select " + ROW + " from Partner p where p.id in :ids", PartnerRow.class)
                .setParameter("ids", all)
                .getResultList()
                .forEach(row -> rows.put(row.id(), row));
        ids.forEach((form, records) -> records.stream()
                .map(rows::get)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(row -> found.put(form, row)));
    }

    private void named(String jpql, List<String> names, Map<String, PartnerRow> found) {
        entities.createQuery(jpql, Object[].class)
                .setParameter("names", names)
                .getResultList()
                .forEach(row -> found.put(KnownName.form((String) row[0]), (PartnerRow) row[1]));
    }
}
