package org.kizuna.event;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kizuna.lifecycle.PossibleSteps;
import org.kizuna.search.RecordDirectory;
import org.kizuna.search.SearchFilter;
import org.kizuna.search.SearchHit;
import org.kizuna.security.Roles;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Reference;
import org.kizuna.shared.Time;
import org.kizuna.shared.paging.CappedCount;
import org.kizuna.shared.paging.ChangedRecords;
import org.kizuna.shared.paging.CountedPage;
import org.kizuna.shared.paging.InClause;
import org.kizuna.shared.paging.KeysetQuery;
import org.kizuna.shared.paging.Page;
import org.kizuna.shared.paging.PageRequest;
import org.kizuna.shared.paging.Selection;
import org.kizuna.shared.paging.SortKey;

/** Reads events and their series. */
@Stateless
@RolesAllowed(Roles.ANYBODY)
public class EventQueries {

    public static final List<SortKey> ORDERS = List.of(
            SortKey.instant("start", "e.terms.startsAt"),
            SortKey.text("title", "e.terms.title"),
            SortKey.reference("e.reference"));

    private static final List<SortKey> SERIES_ORDERS = List.of(SortKey.text("title", "s.title"));

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ChangedRecords changed;

    @Inject
    private Clock clock;

    @Inject
    private RecordDirectory directory;

    public Page<EventRow> list(EventCriteria criteria, PageRequest request) {
        return list(criteria, Selection.ALL, request);
    }

    public Page<EventRow> list(EventCriteria criteria, Selection selected, PageRequest request) {
        Page<EventRow> page =
                selected.page(query(criteria), "e", List.of(EventFeature.EVENT), changed, request, ORDERS);
        Map<Long, List<EventRow.PartnerRow>> parts = parts(page.items());
        return page.map(row -> row.with(parts.getOrDefault(row.id(), List.of())));
    }

    private Map<Long, List<EventRow.PartnerRow>> parts(List<EventRow> rows) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        InClause these = InClause.of(rows.stream().map(EventRow::id).toList());
        return these
                .set(entities.createQuery(
                        "select new org.kizuna.event.EventRow$PartnerRow(e.id, p.reference, p.profile.legalName,"
                                + " part.role)"
                                + " from IsidEvent e join e.partners part join part.partner p where e.id in "
                                + these.names() + " order by e.id, index(part)",
                        EventRow.PartnerRow.class))
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(EventRow.PartnerRow::eventId));
    }

    /** Without the events' partners, which a list does not name. */
    public CountedPage<EventRow> counted(EventCriteria criteria, PageRequest request) {
        KeysetQuery<EventRow> query = query(criteria);
        return new CountedPage<>(query.page(request, ORDERS), query.count());
    }

    public CappedCount count(EventCriteria criteria) {
        return query(criteria).count();
    }

    private KeysetQuery<EventRow> query(EventCriteria criteria) {
        KeysetQuery<EventRow> query = new KeysetQuery<>(
                entities,
                "new org.kizuna.event.EventRow(e.id, e.version, e.reference, e.terms.title, e.terms.kind,"
                        + " e.terms.mode, e.status, e.terms.startOn, e.terms.startTime, e.terms.timeZone, e.terms.startsAt,"
                        + " s.reference, s.title)",
                "IsidEvent e left join e.series s",
                "e");
        return SearchFilter.apply(entities, query, EventFeature.EVENT, "e.id", criteria.text())
                .filter("e.terms.kind = :kind", "kind", criteria.kind())
                .filter("e.status = :status", "status", criteria.status())
                .filter("e.series.id = :series", "series", criteria.seriesId())
                // two lists joined by "or" would have every event looked at
                .join(
                        "(select x.id as id from IsidEvent x join x.partners p where p.partner.id = :partner"
                                + " union select y.id as id from IsidEvent y join y.speakers q"
                                + " where q.partner.id = :partner) taking on taking.id = e.id",
                        "partner",
                        criteria.partnerId())
                .filter(
                        "e.id in (select z.id from IsidEvent z join z.links l where l.target = :target)",
                        "target",
                        criteria.target());
    }

    public Optional<EventDetail> find(String reference) {
        return byReference(EventFeature.EVENT, IsidEvent.class, reference).map(event -> {
            return EventDetail.of(
                    event,
                    directory.named(
                            event.links().stream().map(EventLink::target).toList()));
        });
    }

    /** The steps that its state leads to, and what stands against each. */
    public Optional<PossibleSteps> possibleSteps(String reference) {
        return byReference(EventFeature.EVENT, IsidEvent.class, reference)
                .map(event -> new PossibleSteps(
                        event.status().name(),
                        event.version(),
                        EventLifecycle.STEPS.possible(event.status(), event, Time.now(clock))));
    }

    /** What came out of the events that a partner had a part in, newest events first. */
    public List<Outcome> outcomes(long partnerId, int limit) {
        List<Object[]> rows = entities.createQuery(
                        "select e.reference, e.terms.title, e.terms.startOn, l.target from IsidEvent e join e.links l"
                                + " where l.relation = org.kizuna.event.LinkRelation.LED_TO and e.id in"
                                + " (select x.id from IsidEvent x join x.partners p where p.partner.id = :partner)"
                                + " order by e.terms.startsAt desc, e.id desc",
                        Object[].class)
                .setParameter("partner", partnerId)
                .setMaxResults(limit)
                .getResultList();
        Map<RecordRef, SearchHit> named =
                directory.named(rows.stream().map(row -> (RecordRef) row[3]).toList());
        return rows.stream()
                .filter(row -> named.containsKey((RecordRef) row[3]))
                .map(row -> new Outcome(
                        (Reference) row[0],
                        (String) row[1],
                        (LocalDate) row[2],
                        Objects.requireNonNull(named.get((RecordRef) row[3]))))
                .toList();
    }

    /**
     * Something an event led to.
     *
     * @param led the record it led to
     */
    public record Outcome(Reference event, String title, LocalDate startOn, SearchHit led) {}

    public Page<SeriesRow> listSeries(@Nullable String text, PageRequest request) {
        KeysetQuery<SeriesRow> query = new KeysetQuery<>(
                entities,
                "new org.kizuna.event.SeriesRow(s.id, s.version, s.reference, s.title)",
                "EventSeries s",
                "s");
        return SearchFilter.apply(entities, query, EventFeature.SERIES, "s.id", text)
                .page(request, SERIES_ORDERS);
    }

    public Optional<SeriesDetail> findSeries(String reference) {
        return byReference(EventFeature.SERIES, EventSeries.class, reference).map(SeriesDetail::of);
    }

    private <T> Optional<T> byReference(String entity, Class<T> type, String reference) {
        if (!Reference.isValid(reference)) {
            return Optional.empty();
        }
        return entities
                .createQuery("select x from " + entity + " x where x.reference = :reference", type)
                .setParameter("reference", new Reference(reference))
                .getResultList()
                .stream()
                .findFirst();
    }
}
