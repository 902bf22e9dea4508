package org.kizuna.dashboard.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kizuna.agreement.AgreementCriteria;
import org.kizuna.agreement.AgreementQueries;
import org.kizuna.agreement.AgreementStatus;
import org.kizuna.contribution.EntryQueries;
import org.kizuna.event.EventCriteria;
import org.kizuna.event.EventQueries;
import org.kizuna.event.EventStatus;
import org.kizuna.exchange.ImportQueries;
import org.kizuna.history.HistoryQueries;
import org.kizuna.history.audit.SelfAuditQueries;
import org.kizuna.history.dossier.DossierJobs;
import org.kizuna.partner.PartnerCriteria;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.partner.PartnerStatus;
import org.kizuna.security.AccountQueries;
import org.kizuna.security.Roles;
import org.kizuna.shared.Time;
import org.kizuna.shared.paging.CappedCount;
import org.kizuna.shared.web.You;

/** What is due for whoever is reading, and what they may want to do next. */
@Named
@RequestScoped
public class TodayView {

    private static final int SOON_DAYS = 90;
    private static final int NEWEST = 20;

    @Inject
    private You you;

    @Inject
    private PartnerQueries partners;

    @Inject
    private AgreementQueries agreements;

    @Inject
    private EntryQueries entries;

    @Inject
    private EventQueries events;

    @Inject
    private ImportQueries imports;

    @Inject
    private HistoryQueries history;

    @Inject
    private SelfAuditQueries selfAudit;

    @Inject
    private DossierJobs dossiers;

    @Inject
    private AccountQueries accounts;

    @Inject
    private Clock clock;

    private final List<Due> due = new ArrayList<>();
    private final List<Link> next = new ArrayList<>();

    @PostConstruct
    void load() {
        Set<String> roles = you.getRoles();
        if (roles.contains(Roles.OFFICER)) {
            forOfficer();
        }
        if (roles.contains(Roles.APPROVER)) {
            forApprover();
        }
        if (roles.contains(Roles.TREASURER)) {
            add("due.unconfirmed", entries.awaitingConfirmation(), "/contribution/entries?unconfirmed=yes");
            add("due.reversals", entries.awaitingReversal(true), "/contribution/entries?reversals=yes");
        }
        if (roles.contains(Roles.MANAGER)) {
            addEndingSoon();
            add(
                    "due.inReview",
                    agreements.count(AgreementCriteria.in(AgreementStatus.IN_REVIEW)),
                    "/agreement/list?status=IN_REVIEW");
            next.add(new Link("dashboard", "/dashboard/donors"));
            next.add(new Link("agreements", "/agreement/list"));
            next.add(new Link("events", "/event/list"));
        }
        if (roles.contains(Roles.AUDITOR)) {
            selfAudit
                    .last()
                    .filter(run -> run.findings() > 0)
                    .ifPresent(run -> add(
                            "due.audit",
                            new CappedCount(
                                    (int) Math.min(run.findings(), CappedCount.CAP), run.findings() > CappedCount.CAP),
                            "/history/audit?run=" + run.id()));
            LocalDate weekAgo = Time.today(clock).minusDays(7);
            long ready = dossiers.newest(NEWEST).stream()
                    .filter(job -> job.ready() && job.askedBy().equals(you.getUsername()))
                    .count();
            add("due.dossiers", new CappedCount((int) ready, false), "/history/export");
            add("due.changes", history.countSince(weekAgo), "/history/journal?from=" + weekAgo);
            next.add(new Link("export", "/history/export"));
            next.add(new Link("journal", "/history/journal"));
        }
        if (roles.contains(Roles.ADMINISTRATOR)) {
            add("due.names", new CappedCount(accounts.namesToChange().size(), false), "/security/accounts");
            add("due.roles", accounts.countConflicting(), "/security/accounts?conflicting=yes");
            next.add(new Link("account.new", "/security/account"));
            next.add(new Link("accounts", "/security/accounts"));
        }
    }

    private void forOfficer() {
        String me = you.getUsername();
        AgreementCriteria drafts = new AgreementCriteria(null, null, AgreementStatus.DRAFT, null, null, null, me);
        add("due.drafts", agreements.count(drafts), "/agreement/list?status=DRAFT&by=" + me);
        add(
                "due.cleared",
                agreements.count(AgreementCriteria.in(AgreementStatus.CLEARED)),
                "/agreement/list?status=CLEARED");
        add(
                "due.signatures",
                agreements.count(AgreementCriteria.in(AgreementStatus.AWAITING_SIGNATURE)),
                "/agreement/list?status=AWAITING_SIGNATURE");
        addEndingSoon();
        add(
                "due.reports",
                events.count(new EventCriteria(null, null, EventStatus.HELD, null, null, null)),
                "/event/list?status=HELD");
        add("due.imports", imports.countOpen(), "/exchange/list");
        next.add(new Link("partner.new", "/partner/edit"));
        next.add(new Link("agreement.new", "/agreement/edit"));
        next.add(new Link("contribution.new", "/contribution/edit"));
        next.add(new Link("event.new", "/event/edit"));
        next.add(new Link("import.new", "/exchange/upload"));
    }

    private void forApprover() {
        add(
                "due.inReview",
                agreements.count(AgreementCriteria.in(AgreementStatus.IN_REVIEW)),
                "/agreement/list?status=IN_REVIEW");
        add(
                "due.dueDiligence",
                partners.count(new PartnerCriteria(null, null, null, PartnerStatus.UNDER_DUE_DILIGENCE, null)),
                "/partner/list?status=UNDER_DUE_DILIGENCE");
        add("due.reversals", entries.awaitingReversal(false), "/contribution/entries?reversals=yes");
        entries.statedRefunds()
                .forEach((batch, refunds) -> add(
                        "due.statedRefunds",
                        new CappedCount(Math.min(refunds, CappedCount.CAP), refunds > CappedCount.CAP),
                        "/exchange/view?ref=" + batch));
        add("due.partnerChanges", partners.count(PartnerCriteria.CHANGE_PENDING), "/partner/list?pending=yes");
    }

    private void addEndingSoon() {
        LocalDate soon = Time.today(clock).plusDays(SOON_DAYS);
        add(
                "due.ending",
                agreements.count(new AgreementCriteria(null, null, AgreementStatus.IN_FORCE, null, null, soon, null)),
                "/agreement/list?status=IN_FORCE&ends=" + soon);
    }

    private void add(String key, CappedCount count, String address) {
        if (count.number() > 0) {
            due.add(new Due(key, count, address));
        }
    }

    public List<Due> getDue() {
        return due;
    }

    public List<Link> getNext() {
        return next;
    }

    /** So many of something wait for the reader. */
    public record Due(String key, CappedCount count, String address) {

        public boolean isOne() {
            return !count.more() && count.number() == 1;
        }
    }

    /** A page the reader may want next. */
    public record Link(String key, String address) {}
}
