package org.kizuna.samples;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kizuna.agreement.AgreementData;
import org.kizuna.agreement.AgreementQueries;
import org.kizuna.agreement.AgreementRegister;
import org.kizuna.agreement.AgreementStatus;
import org.kizuna.agreement.AgreementType;
import org.kizuna.agreement.PartyRole;
import org.kizuna.agreement.Renewal;
import org.kizuna.contribution.ContributionData;
import org.kizuna.contribution.ContributionQueries;
import org.kizuna.contribution.ContributionRegister;
import org.kizuna.contribution.Earmarking;
import org.kizuna.contribution.Instrument;
import org.kizuna.document.DocumentRegister;
import org.kizuna.event.Attendance;
import org.kizuna.event.EventData;
import org.kizuna.event.EventKind;
import org.kizuna.event.EventMode;
import org.kizuna.event.EventPartnerRole;
import org.kizuna.event.EventQueries;
import org.kizuna.event.EventRegister;
import org.kizuna.event.EventStatus;
import org.kizuna.event.LinkRelation;
import org.kizuna.event.SeriesData;
import org.kizuna.event.SpeakingRole;
import org.kizuna.exchange.ImportQueries;
import org.kizuna.exchange.ImportRegister;
import org.kizuna.exchange.ImportStatus;
import org.kizuna.history.NamedPerson;
import org.kizuna.history.PersonRegister;
import org.kizuna.history.publish.HeadPublisher;
import org.kizuna.ledger.EntryData;
import org.kizuna.ledger.EntryKind;
import org.kizuna.ledger.LedgerRegister;
import org.kizuna.ledger.ReversalRegister;
import org.kizuna.lifecycle.StepData;
import org.kizuna.partner.OrganisationType;
import org.kizuna.partner.PartnerData;
import org.kizuna.partner.PartnerName;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.partner.PartnerRegister;
import org.kizuna.partner.PartnerStatus;
import org.kizuna.partner.Sector;
import org.kizuna.rate.ExchangeRates;
import org.kizuna.security.AccountData;
import org.kizuna.security.AccountQueries;
import org.kizuna.security.AccountRegister;
import org.kizuna.security.Roles;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Reference;
import org.kizuna.testing.As;
import org.kizuna.testing.Journal;
import org.kizuna.testing.WebReceiver;

/** One of everything that a user can record, every kind in every state: what a filled database has to hold. */
@ArquillianTest
@SuppressWarnings("EnumOrdinal")
class EveryStateContainerIT {

    private static final LocalDate DAY = Some.DAY;

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Inject
    private PartnerRegister partners;

    @Inject
    private PartnerQueries partnerQueries;

    @Inject
    private AgreementRegister agreements;

    @Inject
    private AgreementQueries agreementQueries;

    @Inject
    private ContributionRegister contributions;

    @Inject
    private LedgerRegister ledger;

    @Inject
    private ReversalRegister reversals;

    @Inject
    private ContributionQueries contributionQueries;

    @Inject
    private ExchangeRates rates;

    @Inject
    private EventRegister events;

    @Inject
    private EventQueries eventQueries;

    @Inject
    private DocumentRegister documents;

    @Inject
    private ImportRegister imports;

    @Inject
    private ImportQueries importQueries;

    @Inject
    private AccountRegister accounts;

    @Inject
    private AccountQueries accountQueries;

    @Inject
    private PersonRegister persons;

    @Inject
    private HeadPublisher publisher;

    @Test
    void everyKindIsRecordedInEveryState() throws Exception {
        openAccounts();
        Reference parent = partnersInEveryState();
        Reference donor = approved(PartnerData.of(Some.name("Ministry"), Sector.GOVERNMENT, "JP"));
        agreementsInEveryState(donor, parent);
        Reference contribution = entriesOfEveryKind(donor, parent);
        eventsInEveryState(donor, contribution);
        filesInEveryState(donor);
        importsInEveryState();
        somebodyIsErased();
        aHeadIsSentOutside();
        for (String[] states : List.of(
                states("partner", PartnerStatus.values()),
                states("agreement", AgreementStatus.values()),
                states("isid_event", EventStatus.values()),
                states("import_batch", ImportStatus.values()))) {
            assertThat(distinct("SELECT DISTINCT status FROM " + states[0]))
                    .contains(Arrays.copyOfRange(states, 1, states.length));
        }
        assertThat(distinct("SELECT DISTINCT kind FROM ledger_entry")).contains(names(EntryKind.values()));
        assertThat(distinct("SELECT DISTINCT type FROM agreement")).contains(names(AgreementType.values()));
        assertThat(distinct("SELECT DISTINCT instrument FROM contribution")).contains(names(Instrument.values()));
    }

    private static String[] states(String table, Enum<?>[] values) {
        List<String> all = new ArrayList<>(List.of(table));
        all.addAll(List.of(names(values)));
        return all.toArray(String[]::new);
    }

    private static String[] names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
    }

    private List<String> distinct(String sql) throws SQLException {
        return new Journal(dataSource).rows(sql).stream().map(row -> row.get(0)).toList();
    }

    /** One of each role, one that is closed, one with two roles, two of one person, and what each has of its own. */
    private void openAccounts() throws Exception {
        String password = "A long enough password, 17 trees";
        for (String role : Roles.ALL) {
            String name = account(role.toLowerCase(java.util.Locale.ROOT) + ".", Set.of(role), null);
            As.somebody(name, Set.of(role), () -> done(() -> accounts.prefer("ja", "Asia/Tokyo", "dark")));
            As.somebody(
                    name,
                    Set.of(role),
                    () -> accounts.issueToken(
                            "One of " + name,
                            LocalDate.now(java.time.ZoneOffset.UTC).plusMonths(6)));
        }
        String both = account("both.", Set.of(Roles.OFFICER, Roles.APPROVER), "same@example.org");
        account("again.", Set.of(Roles.OFFICER), "Same@example.org");
        String closed = account("closed.", Set.of(Roles.MANAGER), null);
        As.administrator(() -> done(() -> accounts.setPassword(closed, password)));
        As.administrator(() -> done(() -> accounts.change(
                closed,
                accountQueries.find(closed).orElseThrow().version(),
                new AccountData(closed, "Closed", null, Set.of(Roles.MANAGER), false))));
        As.somebody(
                both,
                Set.of(Roles.OFFICER),
                () -> accounts.issueToken(
                        "Withdrawn", LocalDate.now(java.time.ZoneOffset.UTC).plusMonths(6)));
        long token = As.somebody(both, Set.of(Roles.OFFICER), () -> accountQueries.ownTokens())
                .get(0)
                .id();
        As.somebody(both, Set.of(Roles.OFFICER), () -> done(() -> accounts.revokeToken(token)));
    }

    private String account(String prefix, Set<String> roles, @Nullable String email) throws Exception {
        String name = Some.reference(prefix).toLowerCase(java.util.Locale.ROOT);
        return As.administrator(() -> accounts.open(
                new AccountData(name, "Account " + name, email, roles, true), "A long enough password, 17 trees"));
    }

    /** @return an approved one that others belong to */
    private Reference partnersInEveryState() throws Exception {
        Reference parent = approved(everythingSaid(null));
        for (Sector sector : Sector.values()) {
            As.officer(() -> partners.register(PartnerData.of(Some.name("Partner"), sector, "AT")));
        }
        for (OrganisationType type : OrganisationType.values()) {
            As.officer(() -> partners.register(new PartnerData(
                    null,
                    Some.name("Type"),
                    null,
                    null,
                    Sector.CIVIL_SOCIETY,
                    type,
                    "FR",
                    null,
                    null,
                    null,
                    false,
                    List.of(),
                    List.of(),
                    List.of())));
        }
        As.officer(() -> partners.register(Some.collective()));
        Reference checked = As.officer(() -> partners.register(everythingSaid(parent)));
        partner(checked, (reference, version) -> partners.beginDueDiligence(reference, version, StepData.NONE));
        partner(checked, (reference, version) -> partners.reopen(reference, version, StepData.NONE));
        partner(checked, (reference, version) -> partners.beginDueDiligence(reference, version, StepData.NONE));
        Reference changed = approved(everythingSaid(parent));
        partner(changed, (reference, version) -> partners.change(reference, version, everythingSaid(null)));
        Reference suspended = approved(Some.company());
        approver(
                suspended,
                (reference, version) -> partners.suspend(reference, version, StepData.because("An inquiry")));
        Reference resumed = approved(Some.company());
        approver(resumed, (reference, version) -> partners.suspend(reference, version, StepData.because("An inquiry")));
        approver(resumed, (reference, version) -> partners.approve(reference, version, StepData.NONE));
        Reference blocked = approved(Some.company());
        approver(
                blocked,
                (reference, version) -> partners.block(reference, version, StepData.because("On a list of sanctions")));
        Reference again = approved(Some.company());
        approver(
                again,
                (reference, version) -> partners.block(reference, version, StepData.because("On a list of sanctions")));
        partner(again, (reference, version) -> partners.beginDueDiligence(reference, version, StepData.NONE));
        Reference inactive = As.officer(() -> partners.register(Some.company()));
        partner(inactive, (reference, version) -> partners.retire(reference, version, StepData.because("Dissolved")));
        Reference back = As.officer(() -> partners.register(Some.company()));
        partner(back, (reference, version) -> partners.retire(reference, version, StepData.because("Dissolved")));
        partner(back, (reference, version) -> partners.reopen(reference, version, StepData.NONE));
        return parent;
    }

    private static PartnerData everythingSaid(@Nullable Reference parent) {
        String name = Some.name("株式会社 絆");
        return new PartnerData(
                null,
                name + " Holdings",
                name,
                "KZH",
                Sector.PRIVATE_SECTOR,
                OrganisationType.PRIVATE_SECTOR,
                "JP",
                parent == null ? null : parent.value(),
                "https://example.org/" + name.hashCode(),
                "Said in a letter.\nTwo lines; \"quoted\", 'apostrophe', back\\slash, emoji 🤝 and ünïcödé.",
                false,
                List.of(
                        new PartnerData.Name(PartnerName.Kind.ALIAS, Some.name("Kizuna group"), null),
                        new PartnerData.Name(
                                PartnerName.Kind.FORMER, Some.name("Old name"), LocalDate.of(1999, 3, 31))),
                List.of(Some.identifier(), new PartnerData.Identifier("XI-LEI", Some.reference("L"))),
                List.of(
                        new PartnerData.Contact("Hanako Yamada", "Director", "hanako@example.org", "+81 3 1234 5678"),
                        new PartnerData.Contact("Jean d'Arc", null, null, null)));
    }

    private Reference approved(PartnerData data) throws Exception {
        Reference partner = As.officer(() -> partners.register(data));
        partner(partner, (reference, version) -> partners.beginDueDiligence(reference, version, StepData.NONE));
        approver(partner, (reference, version) -> partners.approve(reference, version, StepData.NONE));
        return partner;
    }

    private void partner(Reference partner, Step step) throws Exception {
        long version = As.officer(() -> partnerQueries.find(partner.value()))
                .orElseThrow()
                .version();
        As.officer(() -> done(() -> step.take(partner, version)));
    }

    private void approver(Reference partner, Step step) throws Exception {
        long version = As.officer(() -> partnerQueries.find(partner.value()))
                .orElseThrow()
                .version();
        As.approver(() -> done(() -> step.take(partner, version)));
    }

    private void agreementsInEveryState(Reference donor, Reference other) throws Exception {
        Stages stages = new Stages(partners, partnerQueries, agreements, agreementQueries);
        Reference head = stages.inForce(agreement(AgreementType.FRAMEWORK_AGREEMENT, null, donor, other));
        As.officer(() -> agreements.draft(agreement(AgreementType.LETTER_OF_INTENT, head, donor, other)));
        stages.inReview(agreement(AgreementType.MEMORANDUM_OF_UNDERSTANDING, head, donor, other));
        stages.cleared(agreement(AgreementType.JOINT_DECLARATION, head, donor, other));
        stages.awaitingSignature(agreement(AgreementType.EXCHANGE_OF_LETTERS, null, donor, other));
        stages.signed(agreement(AgreementType.TRUST_FUND_AGREEMENT, null, donor, other));
        Reference under = stages.inForce(agreement(AgreementType.COST_SHARING, null, donor, other));
        stages.inForce(agreement(AgreementType.STANDARD_ADMINISTRATIVE_ARRANGEMENT, under, donor, other));
        step(
                under,
                true,
                (reference, version) -> agreements.suspend(reference, version, StepData.because("Late report")));
        Reference resumed = stages.inForce(agreement(AgreementType.CONTRIBUTION_AGREEMENT, null, donor, other));
        step(
                resumed,
                true,
                (reference, version) -> agreements.suspend(reference, version, StepData.because("Late report")));
        step(
                resumed,
                true,
                (reference, version) -> agreements.resume(reference, version, StepData.because("Report came")));
        Reference ended = stages.inForce(agreement(AgreementType.CONTRIBUTION_AGREEMENT, null, donor, other));
        step(ended, false, (reference, version) -> agreements.end(reference, version, StepData.on(DAY.plusYears(1))));
        Reference terminated = stages.signed(agreement(AgreementType.CONTRIBUTION_AGREEMENT, null, donor, other));
        step(
                terminated,
                true,
                (reference, version) ->
                        agreements.terminate(reference, version, StepData.on(DAY.plusYears(1), "By notice")));
        for (int stage = 0; stage < 4; stage++) {
            AgreementData data = agreement(AgreementType.MEMORANDUM_OF_UNDERSTANDING, null, donor, other);
            Reference cancelled =
                    switch (stage) {
                        case 0 -> As.officer(() -> agreements.draft(data));
                        case 1 -> stages.inReview(data);
                        case 2 -> stages.cleared(data);
                        default -> stages.awaitingSignature(data);
                    };
            step(
                    cancelled,
                    false,
                    (reference, version) ->
                            agreements.cancel(reference, version, StepData.because("No longer wanted")));
        }
        clearedByOneWhoWroteLater(stages, donor, other);
    }

    /** Returned from a clearance, and then changed by the one who had given it. */
    private void clearedByOneWhoWroteLater(Stages stages, Reference donor, Reference other) throws Exception {
        AgreementData data = agreement(AgreementType.CONTRIBUTION_AGREEMENT, null, donor, other);
        Reference returned = stages.cleared(data);
        step(
                returned,
                true,
                (reference, version) ->
                        agreements.returnToDraft(reference, version, StepData.because("A figure is wrong")));
        long version = stages.agreement(returned).version();
        As.somebody(
                "approver",
                Set.of(Roles.OFFICER, Roles.APPROVER),
                () -> done(() -> agreements.change(
                        returned, version, agreement(AgreementType.COST_SHARING, null, donor, other))));
        step(returned, false, (one, expected) -> agreements.sendForReview(one, expected, StepData.NONE));
    }

    private static AgreementData agreement(
            AgreementType type, @Nullable Reference parent, Reference donor, Reference other) {
        boolean money = type.usuallyFinancial();
        return new AgreementData(
                null,
                type,
                Some.name("Agreement"),
                "In short: 'as agreed'.\nSecond line.",
                parent == null ? null : parent.value(),
                type.usuallyBinding(),
                money,
                money ? "EUR" : null,
                money ? new BigDecimal("500000.00") : null,
                DAY.minusMonths(2),
                DAY,
                DAY.plusYears(4),
                Renewal.values()[type.ordinal() % 3],
                type.ordinal() % 3 == 0 ? null : 12,
                type.ordinal() % 3 == 2 ? 90 : null,
                false,
                List.of(
                        new AgreementData.Party(donor.value(), PartyRole.DONOR, "Taro Suzuki", "Minister"),
                        new AgreementData.Party(other.value(), PartyRole.ADMINISTRATOR, "Anna Gruber", null)));
    }

    private void step(Reference agreement, boolean approver, Step step) throws Exception {
        long version = As.manager(() -> agreementQueries.find(agreement.value()))
                .orElseThrow()
                .version();
        Callable<Boolean> taken = () -> done(() -> step.take(agreement, version));
        if (approver) {
            As.approver(taken);
        } else {
            As.officer(taken);
        }
    }

    /** @return a contribution under an agreement */
    private Reference entriesOfEveryKind(Reference donor, Reference other) throws Exception {
        As.administrator(() -> done(() -> rates.publish(List.of(new ExchangeRates.Published(
                "TND", DAY.minusDays(1), new BigDecimal("2.789"), "UN operational rates of exchange")))));
        Stages stages = new Stages(partners, partnerQueries, agreements, agreementQueries);
        Reference agreement = stages.inForce(agreement(AgreementType.CONTRIBUTION_AGREEMENT, null, donor, other));
        for (Instrument instrument : Instrument.values()) {
            Earmarking earmarking = Earmarking.values()[instrument.ordinal() % 4];
            Reference contribution = As.officer(() -> contributions.open(new ContributionData(
                    null,
                    Some.name("Purpose"),
                    donor.value(),
                    null,
                    instrument,
                    earmarking,
                    "TND",
                    List.of("PK", "UG"))));
            post(contribution, EntryKind.PLEDGE, "1000");
        }
        Reference contribution = As.officer(() -> contributions.open(new ContributionData(
                null,
                Some.name("Purpose"),
                donor.value(),
                agreement.value(),
                Instrument.PROJECT_SPECIFIC,
                null,
                "EUR",
                List.of())));
        post(contribution, EntryKind.PLEDGE, "90000");
        post(contribution, EntryKind.PLEDGE_WITHDRAWN, "10000");
        post(contribution, EntryKind.COMMITMENT, "80000");
        post(contribution, EntryKind.ADJUSTMENT, "-5000");
        Reference confirmed = post(contribution, EntryKind.RECEIPT, "30000");
        As.treasurer(() -> done(() -> ledger.confirm(confirmed)));
        post(contribution, EntryKind.RECEIPT, "20000");
        post(contribution, EntryKind.IN_KIND, "1500");
        Reference mistaken = post(contribution, EntryKind.RECEIPT, "777");
        As.officer2(() -> ledger.reverse(mistaken, "Booked twice", null));
        Reference known = post(contribution, EntryKind.RECEIPT, "888");
        As.treasurer(() -> done(() -> ledger.confirm(known)));
        As.officer2(() -> done(() -> reversals.ask(known, "Sent back by the bank", null)));
        As.treasurer(() -> reversals.confirmOfReceipt(known));
        As.officer(() -> ledger.post(
                contribution,
                new EntryData(
                        EntryKind.RECEIPT,
                        new BigDecimal("100.10"),
                        DAY.plusDays(9),
                        true,
                        new BigDecimal("120.55"),
                        "Bank statement",
                        "As announced")));
        for (EntryKind kind : List.of(EntryKind.REFUND, EntryKind.WRITE_OFF)) {
            As.approver(() -> ledger.giveUp(contribution, Some.entry(kind, "1000", DAY.plusMonths(1))));
        }
        long version = As.manager(() -> contributionQueries.find(contribution.value()))
                .orElseThrow()
                .version();
        As.officer(() -> done(() -> contributions.change(
                contribution,
                version,
                new ContributionData(
                        null,
                        Some.name("Purpose"),
                        donor.value(),
                        agreement.value(),
                        Instrument.PROJECT_SPECIFIC,
                        Earmarking.EARMARKED,
                        "EUR",
                        List.of("KE")))));
        return contribution;
    }

    private Reference post(Reference contribution, EntryKind kind, String amount) throws Exception {
        return As.officer(() -> ledger.post(contribution, Some.entry(kind, amount, DAY.plusDays(3))));
    }

    private void eventsInEveryState(Reference partner, Reference contribution) throws Exception {
        List<EventData.PartnerPart> parts =
                List.of(new EventData.PartnerPart(partner.value(), EventPartnerRole.CO_ORGANISER));
        List<EventData.Figure> figures = List.of(new EventData.Figure(
                230, Attendance.Quality.OVER, Attendance.Kind.UNIQUE, "Report of the organiser", DAY.plusDays(2)));
        SeriesData said = new SeriesData(
                null,
                Some.name("Series"),
                "Three afternoons",
                List.of(new SeriesData.Period(DAY, DAY.plusDays(2), "Announcement")),
                parts,
                figures);
        Reference series = As.officer(() -> events.openSeries(said));
        As.officer2(() -> done(() -> events.changeSeries(
                series, 0, new SeriesData(null, Some.name("Series renamed"), null, said.periods(), parts, figures))));
        List<List<Move>> ways = List.of(
                List.of(),
                List.of((reference, version) -> events.confirm(reference, version, StepData.NONE)),
                List.of(
                        (reference, version) -> events.confirm(reference, version, StepData.NONE),
                        (reference, version) -> events.open(reference, version, StepData.NONE)),
                List.of(
                        (reference, version) -> events.confirm(reference, version, StepData.NONE),
                        (reference, version) -> events.markHeld(reference, version, StepData.NONE)),
                List.of(
                        (reference, version) -> events.confirm(reference, version, StepData.NONE),
                        (reference, version) -> events.open(reference, version, StepData.NONE),
                        (reference, version) -> events.markHeld(reference, version, StepData.NONE),
                        (reference, version) -> events.report(reference, version, StepData.NONE)),
                List.of((reference, version) -> events.postpone(reference, version, StepData.because("Typhoon"))),
                List.of(
                        (reference, version) -> events.postpone(reference, version, StepData.because("Typhoon")),
                        (reference, version) -> events.planAgain(reference, version, StepData.NONE),
                        (reference, version) -> events.cancel(reference, version, StepData.because("No speakers"))));
        for (int way = 0; way < ways.size(); way++) {
            EventData data = event(way, series, partner, contribution, parts, figures);
            Reference event = As.officer(() -> events.plan(data));
            for (Move move : ways.get(way)) {
                long version = As.manager(() -> eventQueries.find(event.value()))
                        .orElseThrow()
                        .version();
                As.officer(() -> done(() -> move.take(event, version)));
            }
        }
    }

    private static EventData event(
            int number,
            Reference series,
            Reference partner,
            Reference contribution,
            List<EventData.PartnerPart> parts,
            List<EventData.Figure> figures) {
        return new EventData(
                null,
                number % 2 == 0 ? series.value() : null,
                Some.name("Event"),
                EventKind.values()[number % EventKind.values().length],
                EventMode.values()[number % 3],
                DAY.plusDays(number),
                LocalTime.of(10, 30),
                DAY.plusDays(number),
                LocalTime.of(12, 0),
                "Asia/Tokyo",
                "Vienna International Centre",
                "https://example.org/event",
                "About \"industry\"",
                "Two letters of intent",
                parts,
                List.of(new EventData.Speaker(
                        "Kenji Mori", "President", partner.value(), SpeakingRole.KEYNOTE, "Thanks")),
                figures,
                List.of(new EventData.Publication("Announcement", "Kizuna", "https://example.org/a", DAY)),
                List.of(new EventData.Link(LinkRelation.FUNDED_BY, "Contribution", contribution.value())));
    }

    private void filesInEveryState(Reference partner) throws Exception {
        long id = As.manager(() -> partnerQueries.find(partner.value()))
                .orElseThrow()
                .id();
        RecordRef record = new RecordRef("Partner", id);
        As.officer(() -> documents.attach(record, "Kept", Some.file("note.txt", "A note about 絆.")));
        long withdrawn = As.officer(() -> documents.attach(record, null, Some.file("draft.txt", "A draft.")));
        As.officer2(() -> done(() -> documents.withdraw(withdrawn, 0, "Attached to the wrong partner")));
    }

    private void importsInEveryState() throws Exception {
        String donor = Some.name("Donor");
        String row = "2020," + donor + ",Private Sector,Voluntary earmarked,";
        As.officer(() -> imports.bring("A statement", Some.statement(row + "10.005")));
        Reference discarded = As.officer(() -> imports.bring("A statement", Some.statement(row + "12.50")));
        As.officer(() -> done(() -> imports.discard(discarded, version(discarded))));
        for (int year = 2018; year < 2020; year++) {
            String entry = year + "," + donor + ",Private Sector,Voluntary earmarked,";
            Reference entered = As.officer(() -> imports.bring(
                    "A statement",
                    Some.statement(entry + "900.10", entry.replace("earmarked", "un-earmarked") + "-4")));
            As.officer(() -> done(() -> imports.enter(entered, version(entered))));
            if (year == 2018) {
                As.treasurer(() -> done(() -> ledger.confirmBatch(entered.value())));
            }
        }
    }

    private long version(Reference batch) {
        return importQueries.find(batch.value()).orElseThrow().version();
    }

    private void somebodyIsErased() throws Exception {
        Reference partner = As.officer(() -> partners.register(Some.company(
                new PartnerData.Contact("Umeko Tsuda", "Founder", "umeko@example.org", "+81 3 0000 0000"))));
        long id = As.manager(() -> partnerQueries.find(partner.value()))
                .orElseThrow()
                .id();
        int erased = As.administrator(
                () -> persons.erase(List.of(new NamedPerson("Partner", id, "Umeko Tsuda")), "Asked for by letter"));
        assertThat(erased).isPositive();
    }

    /** To a place that takes it, and to one that does not answer. */
    private void aHeadIsSentOutside() throws Exception {
        try (WebReceiver keeper = new WebReceiver()) {
            System.setProperty("kizuna.publish.url", "http://" + keeper.address() + "/heads,http://127.0.0.1:9/none");
            publisher.publish(Instant.now());
        } finally {
            System.clearProperty("kizuna.publish.url");
        }
    }

    private static boolean done(Work work) throws Exception {
        work.run();
        return true;
    }

    private interface Work {
        void run() throws Exception;
    }

    private interface Step {
        void take(Reference reference, long version) throws Exception;
    }

    private interface Move extends Step {}
}
