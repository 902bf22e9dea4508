package org.kizuna.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.Currency;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.kizuna.agreement.AgreementCriteria;
import org.kizuna.agreement.AgreementData;
import org.kizuna.agreement.AgreementQueries;
import org.kizuna.agreement.AgreementRegister;
import org.kizuna.agreement.PartyRole;
import org.kizuna.contribution.ContributionCriteria;
import org.kizuna.contribution.ContributionQueries;
import org.kizuna.contribution.ContributionRegister;
import org.kizuna.document.DocumentQueries;
import org.kizuna.document.DocumentRegister;
import org.kizuna.event.Attendance;
import org.kizuna.event.EventCriteria;
import org.kizuna.event.EventData;
import org.kizuna.event.EventPartnerRole;
import org.kizuna.event.EventQueries;
import org.kizuna.event.EventRegister;
import org.kizuna.event.LinkRelation;
import org.kizuna.event.SeriesData;
import org.kizuna.event.SpeakingRole;
import org.kizuna.exchange.ImportQueries;
import org.kizuna.exchange.ImportRegister;
import org.kizuna.exchange.ImportRow;
import org.kizuna.figure.DonorFigures;
import org.kizuna.figure.FigureCriteria;
import org.kizuna.ledger.EntryCriteria;
import org.kizuna.ledger.EntryKind;
import org.kizuna.ledger.EntryQueries;
import org.kizuna.ledger.LedgerRegister;
import org.kizuna.partner.PartnerCriteria;
import org.kizuna.partner.PartnerData;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.partner.PartnerRegister;
import org.kizuna.partner.Sector;
import org.kizuna.samples.Some;
import org.kizuna.search.RecordDirectory;
import org.kizuna.security.AccountData;
import org.kizuna.security.AccountQueries;
import org.kizuna.security.AccountRegister;
import org.kizuna.shared.paging.PageRequest;
import org.kizuna.testing.As;
import org.kizuna.testing.Insisting;

/** A page asks the database a fixed number of questions, however much there is to show. */
@ArquillianTest
class StatementsContainerIT {

    private static final int MOST = 12;
    private static final PageRequest PAGE = PageRequest.first(1000);

    @PersistenceUnit
    private EntityManagerFactory factory;

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
    private ContributionQueries contributionQueries;

    @Inject
    private EntryQueries entries;

    @Inject
    private EventRegister events;

    @Inject
    private EventQueries eventQueries;

    @Inject
    private DocumentRegister documents;

    @Inject
    private DocumentQueries documentQueries;

    @Inject
    private ImportRegister imports;

    @Inject
    private ImportQueries importQueries;

    @Inject
    private AccountRegister accounts;

    @Inject
    private AccountQueries accountQueries;

    @Inject
    private RecordDirectory directory;

    @Inject
    private DonorFigures figures;

    @Test
    void listsAskTheSameWhateverTheirLength() throws Exception {
        World small = new World(2);
        World large = new World(40);
        assertSame(small, large, "partners", world -> partnerQueries.list(world.below, PAGE));
        assertSame(small, large, "partners counted", world -> partnerQueries.count(world.below));
        assertSame(small, large, "agreements", world -> agreementQueries.list(world.agreed, PAGE));
        assertSame(small, large, "contributions", world -> contributionQueries.list(world.given, PAGE));
        assertSame(small, large, "entries", world -> entries.list(world.posted, PAGE));
        assertSame(small, large, "entries counted", world -> entries.count(world.posted));
        assertSame(small, large, "entries summed", world -> entries.totals(world.posted));
        assertSame(small, large, "events", world -> eventQueries.list(world.held, PAGE));
        assertSame(small, large, "outcomes", world -> eventQueries.outcomes(world.partnerId, 100));
        assertSame(small, large, "documents", world -> documentQueries.of(world.record()));
        assertSame(small, large, "found", world -> directory.search(world.word, null, 100));
        assertSame(small, large, "dashboard by year", world -> figures.byYear(world.figures(), USD));
        assertSame(small, large, "dashboard by donor", world -> figures.byDonor(world.figures(), USD, null, 1000));
        assertSame(small, large, "dashboard, largest", world -> figures.largest(world.figures(), YEN, 1000));
        assertThat(statements(() -> eventQueries.listSeries(null, PAGE))).isLessThanOrEqualTo(MOST);
        assertThat(statements(() -> importQueries.list(PAGE))).isLessThanOrEqualTo(MOST);
        assertSame(small, large, "dashboard, all years", world -> figures.yearly(world.figures(), USD));
        assertThat(statements(() ->
                        figures.between(large.figures(), USD, LocalDate.of(2020, 1, 1), LocalDate.of(2020, 11, 30))))
                .isEqualTo(2);
    }

    @Test
    void recordsAskTheSameHoweverMuchIsInThem() throws Exception {
        World small = new World(2);
        World large = new World(40);
        assertSame(small, large, "partner", world -> partnerQueries.find(world.partner.value()));
        assertSame(small, large, "agreement", world -> agreementQueries.find(world.agreement.value()));
        assertSame(small, large, "contribution", world -> contributionQueries.find(world.contribution.value()));
        assertSame(small, large, "entry", world -> entries.find(world.entry.value()));
        assertSame(small, large, "event", world -> eventQueries.find(world.event.value()));
        assertSame(small, large, "series", world -> eventQueries.findSeries(world.series.value()));
        assertSame(small, large, "import", world -> importQueries.find(world.statement.value()));
        assertSame(small, large, "import's preview", world -> importQueries.preview(world.statementRow()));
    }

    @Test
    void accountsAskTheSame() throws Exception {
        String few = accounts(2);
        String many = accounts(12);
        long asked = statementsAsAdministrator(() -> accountQueries.list(few, null, false, PAGE));
        assertThat(asked).isBetween(1L, (long) MOST);
        assertThat(statementsAsAdministrator(() -> accountQueries.list(many, null, false, PAGE)))
                .isEqualTo(asked);
        assertThat(statementsAsAdministrator(() -> accountQueries.find(many + 0)))
                .isBetween(1L, (long) MOST);
    }

    private String accounts(int count) throws Exception {
        String name = Some.name("u").replace(" ", "");
        As.administrator(() -> {
            for (int i = 0; i < count; i++) {
                accounts.openSample(
                        new AccountData(name + i, "Somebody", null, java.util.Set.of("MANAGER"), true), "short");
            }
            return true;
        });
        return name;
    }

    private void assertSame(World small, World large, String what, Question question) throws Exception {
        // the first time a query is met may cost more than later on
        statements(() -> question.ask(small));
        long few = statements(() -> question.ask(small));
        long many = statements(() -> question.ask(large));
        assertThat(few).as(what).isBetween(1L, (long) MOST);
        assertThat(many).as(what + ", many").isEqualTo(few);
    }

    private long statements(Callable<?> work) throws Exception {
        return counted(() -> As.manager(work));
    }

    private long statementsAsAdministrator(Callable<?> work) throws Exception {
        return counted(() -> As.administrator(work));
    }

    private long counted(Callable<?> work) throws Exception {
        Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            long before = statistics.getPrepareStatementCount();
            assertThat(work.call()).isNotNull();
            return statistics.getPrepareStatementCount() - before;
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency YEN = Currency.getInstance("JPY");

    /** Something asked about a world. */
    private interface Question {
        Object ask(World world) throws Exception;
    }

    /** One record of each kind with so much in it, and so many of each kind beside it. */
    private final class World {

        private final String word = Some.name("w").replace(" ", "");
        private final Reference partner;
        private final long partnerId;
        private final Reference agreement;
        private final Reference contribution;
        private final Reference entry;
        private final Reference series;
        private final Reference event;
        private final Reference statement;
        private final PartnerCriteria below;
        private final AgreementCriteria agreed;
        private final ContributionCriteria given;
        private final EntryCriteria posted;
        private final EventCriteria held;

        World(int size) throws Exception {
            Reference parent = As.officer(() -> partners.register(Some.company()));
            partner = Insisting.on(() -> As.officer(() -> partners.register(partner(parent, size))));
            partnerId = As.officer(
                    () -> partnerQueries.find(partner.value()).orElseThrow().id());
            List<Reference> others = Insisting.on(() -> As.officer(() -> IntStream.range(0, size)
                    .mapToObj(i -> partners.register(partner(partner, 1)))
                    .toList()));
            agreement = As.officer(() -> agreements.draft(agreement(others)));
            contribution = As.officer(() -> contributions.open(Some.contribution(partner, agreement, "USD")));
            entry = Insisting.on(() -> As.officer(() -> ledger.post(contribution, Some.entry(EntryKind.RECEIPT, "1"))));
            series = As.officer(() -> events.openSeries(new SeriesData(
                    null,
                    Some.name("Series"),
                    null,
                    times(size, i -> new SeriesData.Period(Some.DAY, Some.DAY.plusDays(i), "Source")),
                    times(size, i -> new EventData.PartnerPart(others.get(i).value(), EventPartnerRole.SPONSOR)),
                    times(size, i -> new EventData.Figure(i, null, null, "Source", null)))));
            event = As.officer(() -> events.plan(event(size, others)));
            Insisting.on(() -> As.officer(() -> {
                for (int i = 0; i < size; i++) {
                    Reference beside = agreements.draft(Some.memorandum(partner, others.get(i)));
                    Reference gift = contributions.open(Some.contribution(partner, beside, "USD"));
                    ledger.post(gift, Some.entry(EntryKind.RECEIPT, "1", LocalDate.of(1980 + i, 1, 1)));
                    ledger.post(contribution, Some.entry(EntryKind.PLEDGE, "1"));
                    events.plan(event(2, others));
                    documents.attach(record(), null, Some.file("note.txt", "Note " + i));
                }
                return true;
            }));
            statement = As.officer(() -> imports.bring(
                    "Test",
                    Some.statement(times(size, i -> "2020," + Some.name("Donor") + i + ",Academic,Assessed,1")
                            .toArray(String[]::new))));
            below = new PartnerCriteria(null, null, null, null, partnerId);
            agreed = AgreementCriteria.ofPartner(partnerId);
            given = new ContributionCriteria(null, null, null, partnerId, null);
            posted = new EntryCriteria(partnerId, null, null, null, null, null, null, null, null, null, null, false);
            held = new EventCriteria(null, null, null, null, partnerId, null);
        }

        RecordRef record() {
            return new RecordRef("Partner", partnerId);
        }

        FigureCriteria figures() {
            return new FigureCriteria(1900, 2100, partnerId, null, null, null);
        }

        ImportRow statementRow() {
            return importQueries.find(statement.value()).orElseThrow();
        }

        private PartnerData partner(Reference parent, int size) {
            return new PartnerData(
                    null,
                    Some.name(word),
                    "日本",
                    "JP",
                    Sector.ACADEMIA,
                    null,
                    "JP",
                    parent.value(),
                    null,
                    null,
                    false,
                    times(size, i -> new PartnerData.Name(null, Some.name("Alias"), null)),
                    times(
                            size,
                            i -> new PartnerData.Identifier(
                                    "US-NY_CR", Some.name("x").replace(" ", ""))),
                    times(size, i -> new PartnerData.Contact("Contact " + i, null, null, null)));
        }

        private AgreementData agreement(List<Reference> others) {
            AgreementData plain = Some.contributionAgreement("USD", "1000000", partner, others.get(0));
            List<AgreementData.Party> parties = new ArrayList<>(plain.parties());
            others.forEach(
                    other -> parties.add(new AgreementData.Party(other.value(), PartyRole.IMPLEMENTING, null, null)));
            Reference parent = agreements.draft(Some.memorandum(partner, others.get(0)));
            return new AgreementData(
                    null,
                    plain.type(),
                    plain.title() + " " + word,
                    null,
                    parent.value(),
                    null,
                    null,
                    plain.currency(),
                    plain.ceiling(),
                    null,
                    LocalDate.now(ZoneOffset.UTC),
                    null,
                    null,
                    null,
                    null,
                    false,
                    parties);
        }

        private EventData event(int size, List<Reference> others) {
            EventData plain = Some.webinar();
            List<EventData.PartnerPart> parts = new ArrayList<>(
                    times(size, i -> new EventData.PartnerPart(others.get(i).value(), EventPartnerRole.SPONSOR)));
            parts.add(new EventData.PartnerPart(partner.value(), EventPartnerRole.HOST));
            List<EventData.Link> links = new ArrayList<>(times(
                    size,
                    i -> new EventData.Link(
                            LinkRelation.LED_TO, "Partner", others.get(i).value())));
            links.add(new EventData.Link(LinkRelation.UNDER, "Agreement", agreement.value()));
            links.add(new EventData.Link(LinkRelation.FUNDED_BY, "Contribution", contribution.value()));
            return new EventData(
                    null,
                    series.value(),
                    plain.title() + " " + word,
                    plain.kind(),
                    plain.mode(),
                    plain.startOn(),
                    null,
                    null,
                    null,
                    "Europe/Vienna",
                    null,
                    null,
                    null,
                    null,
                    parts,
                    times(
                            size,
                            i -> new EventData.Speaker(
                                    "Speaker " + i, null, others.get(i).value(), SpeakingRole.SPEAKER, null)),
                    times(size, i -> new EventData.Figure(i, Attendance.Quality.EXACT, null, "Source", null)),
                    times(size, i -> new EventData.Publication("News " + i, "Ministry", null, null)),
                    links);
        }

        private static <T> List<T> times(int size, java.util.function.IntFunction<T> item) {
            return IntStream.range(0, size).mapToObj(item).toList();
        }
    }
}
