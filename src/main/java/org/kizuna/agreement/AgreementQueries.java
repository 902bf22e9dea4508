package org.kizuna.agreement;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kizuna.lifecycle.PossibleSteps;
import org.kizuna.search.SearchFilter;
import org.kizuna.security.Caller;
import org.kizuna.security.PartsPlayed;
import org.kizuna.security.Roles;
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

/** Reads agreements. */
@Stateless
@RolesAllowed(Roles.ANYBODY)
public class AgreementQueries {

    public static final List<SortKey> ORDERS =
            List.of(SortKey.text("title", "a.terms.title"), SortKey.reference("a.reference"));

    private static final String TACIT = "org.kizuna.agreement.Renewal.TACIT";
    private static final String IN_FORCE = "org.kizuna.agreement.AgreementStatus.IN_FORCE";
    private static final String SUSPENDED = "org.kizuna.agreement.AgreementStatus.SUSPENDED";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ChangedRecords changed;

    @Inject
    private Clock clock;

    public Page<AgreementRow> list(AgreementCriteria criteria, PageRequest request) {
        return list(criteria, Selection.ALL, request);
    }

    public Page<AgreementRow> list(AgreementCriteria criteria, Selection selected, PageRequest request) {
        Page<AgreementRow> page =
                selected.page(query(criteria), "a", List.of(AgreementFeature.AGREEMENT), changed, request, ORDERS);
        Map<Long, List<PartyRow>> parties = parties(page.items());
        LocalDate today = Time.today(clock);
        return page.map(row -> row.with(parties.getOrDefault(row.id(), List.of()), today));
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
                "new org.kizuna.agreement.AgreementRow(a.id, a.version, a.reference, a.terms.type, a.terms.title,"
                        + " a.status, a.terms.ceiling, a.terms.currency, a.terms.startsOn, a.terms.plannedEndOn,"
                        + " a.sample, a.terms.renewal, a.terms.renewalMonths,"
                        + " a.terms.noticeDays, a.actualEndOn)",
                "Agreement a",
                "a");
        SearchFilter.apply(entities, query, AgreementFeature.AGREEMENT, "a.id", criteria.text())
                .filter("a.terms.type = :type", "type", criteria.type())
                .filter("a.status = :status", "status", criteria.status())
                .filter(
                        "a.id in (select bound.id from Agreement bound join bound.parties party"
                                + " where party.partner.id = :partner)",
                        "partner",
                        criteria.partnerId())
                .filter("a.parent.id = :parent", "parent", criteria.parentId())
                .filter("a.recordedBy = :recordedBy", "recordedBy", criteria.recordedBy());
        return ending(query, criteria.endsBy());
    }

    /** That end by a day, and those that renew themselves and of which notice can still be given, by that day. */
    private KeysetQuery<AgreementRow> ending(KeysetQuery<AgreementRow> query, @Nullable LocalDate by) {
        if (by == null) {
            return query;
        }
        String others = "a.terms.plannedEndOn <= :endsBy and a.terms.renewal <> " + TACIT;
        List<Long> due = noticeDue(by);
        if (due.isEmpty()) {
            return query.filter(others, "endsBy", by);
        }
        String ids = due.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return query.filter("(" + others + " or a.id in (" + ids + "))", "endsBy", by);
    }

    /** Those that renew themselves are few enough to be reckoned one by one. */
    private List<Long> noticeDue(LocalDate by) {
        LocalDate today = Time.today(clock);
        return entities
                .createQuery(
                        "select new org.kizuna.agreement.AgreementQueries$Renewing(a.id, a.terms.startsOn,"
                                + " a.terms.plannedEndOn, a.terms.renewalMonths,"
                                + " a.terms.noticeDays) from Agreement a where a.terms.renewal = "
                                + TACIT
                                + " and a.status in (" + IN_FORCE + ", " + SUSPENDED + ") order by a.id",
                        Renewing.class)
                .getResultList()
                .stream()
                .filter(agreement -> agreement.isDue(today, by))
                .map(Renewing::id)
                .toList();
    }

    /** An agreement that renews itself. */
    record Renewing(
            Long id,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate plannedEndOn,
            @Nullable Integer renewalMonths,
            @Nullable Integer noticeDays) {

        boolean isDue(LocalDate today, LocalDate by) {
            Term term = Term.on(today, startsOn, plannedEndOn, Renewal.TACIT, renewalMonths, noticeDays);
            LocalDate noticeBy = term == null ? null : term.noticeBy();
            return noticeBy != null && !noticeBy.isBefore(today) && !noticeBy.isAfter(by);
        }
    }

    private Map<Long, List<PartyRow>> parties(List<AgreementRow> rows) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        InClause these = InClause.of(rows.stream().map(AgreementRow::id).toList());
        return these
                .set(entities.createQuery(
                        "select new org.kizuna.agreement.PartyRow(a.id, partner.reference,"
                                + " partner.profile.legalName, party.role,"
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
                        "select a from Agreement a left join fetch a.parties left join fetch a.steps"
                                + " left join fetch a.parent where a.reference = :reference",
                        Agreement.class)
                .setParameter("reference", new Reference(reference))
                .getResultList()
                .stream()
                .findFirst()
                .map(agreement -> AgreementDetail.of(agreement, Time.today(clock)));
    }

    /** The steps that its state leads to, and what stands against each. */
    public Optional<PossibleSteps> possibleSteps(String reference) {
        return AgreementLookup.find(entities, reference).map(agreement -> {
            PossibleSteps possible = new PossibleSteps(
                    agreement.status().name(),
                    agreement.version(),
                    AgreementLifecycle.STEPS.possible(agreement.status(), agreement, Time.now(clock)));
            return new PartsPlayed(entities, Caller.name()).isAuthor(agreement)
                    ? possible.with("clear", step -> step.butFor(new ApproverIsAuthor()))
                    : possible;
        });
    }
}
