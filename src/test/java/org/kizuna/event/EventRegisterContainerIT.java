package org.kizuna.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kizuna.agreement.AgreementRegister;
import org.kizuna.contribution.ContributionRegister;
import org.kizuna.exchange.ImportRegister;
import org.kizuna.history.HistoryQueries;
import org.kizuna.history.JournalEntry;
import org.kizuna.lifecycle.StepData;
import org.kizuna.partner.PartnerRegister;
import org.kizuna.samples.Some;
import org.kizuna.search.RecordDirectory;
import org.kizuna.search.SearchHit;
import org.kizuna.security.Roles;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Reference;
import org.kizuna.shared.ReferenceTaken;
import org.kizuna.shared.StaleVersion;
import org.kizuna.shared.paging.PageRequest;
import org.kizuna.testing.As;
import org.kizuna.testing.Journal;
import org.kizuna.testing.Refusals;

@ArquillianTest
class EventRegisterContainerIT {

    private static final LocalDate DAY = Some.DAY;
    private static final LocalTime TEN = LocalTime.of(10, 0);
    private static final String VIENNA = "Europe/Vienna";
    private static final Reference NOWHERE = new Reference("EV-nowhere");
    private static final List<String> NOT_REFERENCES =
            List.of("A/B", "A&B", "A|B", "A?B", "A B", "-A", "A\"B", "<A>", "A".repeat(61));

    /** Which status leads where. */
    private static final Map<EventStatus, Set<EventStatus>> WAYS = new EnumMap<>(Map.of(
            EventStatus.PLANNED, Set.of(EventStatus.CONFIRMED, EventStatus.POSTPONED, EventStatus.CANCELLED),
            EventStatus.CONFIRMED,
                    Set.of(EventStatus.OPEN, EventStatus.HELD, EventStatus.POSTPONED, EventStatus.CANCELLED),
            EventStatus.OPEN, Set.of(EventStatus.HELD, EventStatus.POSTPONED, EventStatus.CANCELLED),
            EventStatus.HELD, Set.of(EventStatus.REPORTED),
            EventStatus.REPORTED, Set.of(),
            EventStatus.POSTPONED, Set.of(EventStatus.PLANNED, EventStatus.CANCELLED),
            EventStatus.CANCELLED, Set.of()));

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Inject
    private PartnerRegister partners;

    @Inject
    private AgreementRegister agreements;

    @Inject
    private ContributionRegister contributions;

    @Inject
    private ImportRegister imports;

    @Inject
    private EventRegister events;

    @Inject
    private EventQueries queries;

    @Inject
    private RecordDirectory directory;

    @Inject
    private HistoryQueries history;

    private Reference host;
    private Reference guest;

    @BeforeEach
    void recordTwoPartners() throws Exception {
        host = As.officer(() -> partners.register(Some.ministry()));
        guest = As.officer(() -> partners.register(Some.company()));
    }

    @Test
    void keepsEverythingThatIsSaid() throws Exception {
        Reference series = As.officer(() -> events.openSeries(Some.series()));
        Reference before = As.officer(() -> events.plan(Some.webinar()));
        EventData said = new EventData(
                Some.reference("会議"),
                series.value(),
                Some.name("Forum 絆"),
                EventKind.CONFERENCE,
                EventMode.HYBRID,
                DAY,
                LocalTime.of(9, 30),
                DAY.plusDays(2),
                LocalTime.of(8, 0),
                "Asia/Tokyo",
                "United Nations University, Tokyo",
                "https://example.org/forum?id=1",
                "What it was about.\nSecond line.",
                "What came of it.",
                List.of(part(host, EventPartnerRole.HOST), part(guest, EventPartnerRole.SPONSOR)),
                List.of(
                        new EventData.Speaker(
                                "Ms Sato", "Director", host.value(), SpeakingRole.OPENING, "Welcome.\nTo all."),
                        new EventData.Speaker("Mr Ito", null, null, SpeakingRole.MODERATOR, null)),
                List.of(
                        new EventData.Figure(
                                1_200, Attendance.Quality.OVER, Attendance.Kind.CUMULATIVE, "Press release", DAY),
                        new EventData.Figure(
                                431, Attendance.Quality.EXACT, Attendance.Kind.PEAK, "Platform's log", null)),
                List.of(
                        new EventData.Publication("Report", "Secretariat", "https://example.org/report", DAY),
                        new EventData.Publication("Notice", "Ministry", null, null)),
                List.of(link(LinkRelation.UNDER, "Partner", host), link(LinkRelation.LED_TO, "IsidEvent", before)));
        EventDetail kept = find(As.officer(() -> events.plan(said)));
        assertThat(kept.data()).isEqualTo(said);
        assertThat(kept.status()).isEqualTo(EventStatus.PLANNED);
        assertThat(kept.version()).isZero();
        assertThat(kept.recordedBy()).isEqualTo("officer");
        assertThat(kept.startsAt()).isEqualTo(Instant.parse("2021-06-29T00:30:00Z"));
        assertThat(kept.seriesTitle()).isEqualTo(findSeries(series).data().title());
        assertThat(kept.partnerNames()).containsOnlyKeys(host.value(), guest.value());
        assertThat(kept.targets()).containsOnlyKeys(host.value(), before.value());
    }

    @Test
    void keepsWhatIsChanged() throws Exception {
        Reference reference = As.officer(() -> events.plan(listing(
                List.of(part(host, EventPartnerRole.HOST), part(guest, EventPartnerRole.SPONSOR)),
                List.of(speaker("Ms Sato")),
                List.of(figure(10, "Log")))));
        EventData changed = listing(
                List.of(part(guest, EventPartnerRole.SPONSOR)),
                List.of(speaker("Mr Ito"), speaker("Ms Sato")),
                List.of());
        officer(() -> events.change(reference, 0, changed));
        EventDetail kept = find(reference);
        assertThat(kept.version()).isEqualTo(1);
        assertThat(kept.data().title()).isEqualTo(changed.title());
        assertThat(kept.data().partners()).isEqualTo(changed.partners());
        assertThat(kept.data().speakers()).isEqualTo(changed.speakers());
        assertThat(kept.data().attendance()).isEmpty();
    }

    @Test
    void takesWhatIsUsualWhereNothingIsSaid() throws Exception {
        EventData said = event(
                null,
                null,
                null,
                List.of(),
                List.of(new EventData.Speaker("Ms Sato", null, null, null, null)),
                List.of(new EventData.Figure(0, null, null, "Log", null)),
                List.of(),
                List.of());
        EventData kept = find(As.officer(() -> events.plan(said))).data();
        assertThat(kept.mode()).isEqualTo(EventMode.VIRTUAL);
        assertThat(kept.speakers()).extracting(EventData.Speaker::role).containsExactly(SpeakingRole.SPEAKER);
        assertThat(kept.attendance())
                .containsExactly(
                        new EventData.Figure(0, Attendance.Quality.EXACT, Attendance.Kind.UNIQUE, "Log", null));
    }

    @Test
    void saysAllThatIsWrongAtOnce() throws Exception {
        EventData wrong = new EventData(
                "A/B",
                null,
                "  ",
                null,
                null,
                null,
                null,
                DAY,
                null,
                "Mars/Olympus",
                "x".repeat(301),
                "ftp://example.org",
                "x".repeat(20_001),
                "x".repeat(20_001),
                List.of(new EventData.PartnerPart(null, null)),
                List.of(new EventData.Speaker(null, "x".repeat(251), "P-nowhere", null, null)),
                List.of(new EventData.Figure(null, null, null, " ", null)),
                List.of(new EventData.Publication(null, null, "example.org", null)),
                List.of(new EventData.Link(null, null, null)));
        assertThat(Refusals.of(() -> As.officer(() -> events.plan(wrong))))
                .containsExactlyInAnyOrder(
                        "reference: notAReference",
                        "title: required",
                        "kind: required",
                        "startOn: required",
                        "timeZone: notAZone",
                        "venue: tooLong",
                        "link: notALink",
                        "summary: tooLong",
                        "outcome: tooLong",
                        "partners[0].partner: required",
                        "partners[0].role: required",
                        "speakers[0].person: required",
                        "speakers[0].personTitle: tooLong",
                        "speakers[0].partner: noSuchPartner",
                        "attendance[0].figure: required",
                        "attendance[0].source: required",
                        "announcements[0].title: required",
                        "announcements[0].publisher: required",
                        "announcements[0].link: notALink",
                        "links[0].relation: required",
                        "links[0].target: required");
    }

    @Test
    void aRefusedChangeLeavesEverythingAsItWas() throws Exception {
        Reference reference = As.officer(() -> events.plan(
                listing(List.of(part(host, EventPartnerRole.HOST)), List.of(speaker("Ms Sato")), List.of())));
        EventDetail before = find(reference);
        EventData wrong = listing(List.of(), List.of(), List.of(figure(-1, "Log")));
        assertThat(Refusals.of(() -> officer(() -> events.change(reference, 0, wrong))))
                .containsExactly("attendance[0].figure: notNegative");
        assertThat(find(reference)).isEqualTo(before);
        assertThat(journal(before)).hasSize(1);
    }

    @Test
    void refusesToEndBeforeItStarts() throws Exception {
        assertThat(refusedTimes(null, DAY.minusDays(1), null)).containsExactly("endOn: datesOutOfOrder");
        assertThat(refusedTimes(TEN, null, TEN.minusMinutes(1))).containsExactly("endTime: endsBeforeItStarts");
        assertThat(refusedTimes(TEN, DAY, TEN.minusMinutes(1))).containsExactly("endTime: endsBeforeItStarts");
        for (EventData fine : List.of(
                during(DAY, TEN, null, TEN, VIENNA),
                during(DAY, TEN, DAY, TEN.plusHours(1), VIENNA),
                during(DAY, TEN, DAY.plusDays(1), TEN.minusHours(1), VIENNA),
                during(DAY, null, null, TEN, VIENNA),
                during(DAY, null, DAY, null, VIENNA))) {
            EventData kept = find(As.officer(() -> events.plan(fine))).data();
            assertThat(kept.startTime()).isEqualTo(fine.startTime());
            assertThat(kept.endOn()).isEqualTo(fine.endOn());
            assertThat(kept.endTime()).isEqualTo(fine.endTime());
        }
        Reference reference = As.officer(() -> events.plan(Some.webinar()));
        EventData backwards = during(DAY, null, DAY.minusDays(1), null, VIENNA);
        assertThat(Refusals.of(() -> officer(() -> events.change(reference, 0, backwards))))
                .containsExactly("endOn: datesOutOfOrder");
    }

    private List<String> refusedTimes(@Nullable LocalTime start, @Nullable LocalDate endOn, @Nullable LocalTime end)
            throws Exception {
        return Refusals.of(() -> As.officer(() -> events.plan(during(DAY, start, endOn, end, VIENNA))));
    }

    @Test
    void startsAtTheHourOfItsZone() throws Exception {
        LocalDate winter = LocalDate.of(2021, 12, 1);
        assertThat(startOf(during(DAY, TEN, null, null, VIENNA))).isEqualTo("2021-06-29T08:00:00Z");
        assertThat(startOf(during(winter, TEN, null, null, VIENNA))).isEqualTo("2021-12-01T09:00:00Z");
        assertThat(startOf(during(DAY, TEN, null, null, "Asia/Tokyo"))).isEqualTo("2021-06-29T01:00:00Z");
        assertThat(startOf(during(DAY, TEN, null, null, "UTC"))).isEqualTo("2021-06-29T10:00:00Z");
        assertThat(startOf(during(DAY, null, null, null, VIENNA)))
                .as("its day begins at midnight there")
                .isEqualTo("2021-06-28T22:00:00Z");
        Reference reference = As.officer(() -> events.plan(during(DAY, TEN, null, null, VIENNA)));
        officer(() -> events.change(reference, 0, during(winter, TEN, null, null, "Asia/Tokyo")));
        assertThat(find(reference).startsAt()).isEqualTo("2021-12-01T01:00:00Z");
    }

    @Test
    void keepsMomentsThatNoClockOfComputersBeganWith() throws Exception {
        LocalDate founded = LocalDate.of(1966, 11, 17);
        LocalDate far = LocalDate.of(2041, 1, 1);
        assertThat(startOf(during(founded, TEN, null, null, "UTC"))).isEqualTo("1966-11-17T10:00:00Z");
        assertThat(startOf(during(far, TEN, null, null, "UTC"))).isEqualTo("2041-01-01T10:00:00Z");
    }

    private Instant startOf(EventData data) throws Exception {
        return find(As.officer(() -> events.plan(data))).startsAt();
    }

    @Test
    void aZoneIsOneOfTheWorlds() throws Exception {
        for (String zone : List.of("Europe/Atlantis", "europe/vienna", "JST+9", "+09:00", "Z", "UTC+9", "Wien")) {
            assertThat(Refusals.of(() -> As.officer(() -> events.plan(during(DAY, TEN, null, null, zone)))))
                    .as(zone)
                    .containsExactly("timeZone: notAZone");
        }
        assertThat(Refusals.of(() -> As.officer(() -> events.plan(during(DAY, TEN, null, null, " ")))))
                .containsExactly("timeZone: required");
    }

    @Test
    void numbersThoseWithoutAReference() throws Exception {
        Reference first = As.officer(() -> events.plan(Some.webinar()));
        Reference second = As.officer(() -> events.plan(Some.webinar()));
        assertThat(first.value()).matches("EV-\\d{6,}");
        assertThat(second).isGreaterThan(first);
        assertThat(As.officer(() -> events.openSeries(Some.series())).value()).matches("ES-\\d{6,}");
    }

    @Test
    void aReferenceBelongsToOne() throws Exception {
        String typed = Some.reference("Ref");
        assertThat(As.officer(() -> events.plan(referenced(typed))).value()).isEqualTo(typed);
        for (String again : List.of(typed, typed.toUpperCase(Locale.ROOT), " " + typed + " ")) {
            assertThatThrownBy(() -> As.officer2(() -> events.plan(referenced(again))))
                    .as(again)
                    .isInstanceOf(ReferenceTaken.class);
        }
        assertThat(As.officer(() -> events.openSeries(series(typed))).value())
                .as("a series is another kind of record")
                .isEqualTo(typed);
        assertThatThrownBy(() -> As.officer2(() -> events.openSeries(series(typed))))
                .isInstanceOf(ReferenceTaken.class);
    }

    @Test
    void aReferenceHoldsNothingThatAnIdentifierMayNot() throws Exception {
        for (String typed : NOT_REFERENCES) {
            assertThat(Refusals.of(() -> As.officer(() -> events.plan(referenced(typed)))))
                    .as(typed)
                    .containsExactly("reference: notAReference");
            assertThat(Refusals.of(() -> As.officer(() -> events.openSeries(series(typed)))))
                    .as(typed)
                    .containsExactly("reference: notAReference");
        }
    }

    @Test
    void aReferenceStays() throws Exception {
        Reference event = As.officer(() -> events.plan(Some.webinar()));
        Reference series = As.officer(() -> events.openSeries(Some.series()));
        String another = Some.reference("Another");
        assertThat(Refusals.of(() -> officer(() -> events.change(event, 0, referenced(another)))))
                .containsExactly("reference: referenceStays");
        assertThat(Refusals.of(() -> officer(() -> events.changeSeries(series, 0, series(another)))))
                .containsExactly("reference: referenceStays");
        officer(() -> events.change(event, 0, referenced(event.value())));
        officer(() -> events.changeSeries(series, 0, series(series.value())));
        assertThat(find(event).version()).isEqualTo(1);
        assertThat(findSeries(series).version()).isEqualTo(1);
    }

    @Test
    void refusesASaveOverSomebodyElsesAndNamesWho() throws Exception {
        Reference reference = As.officer(() -> events.plan(Some.webinar()));
        EventData others = Some.webinar();
        As.officer2(() -> done(() -> events.change(reference, 0, others)));
        StaleVersion refused = catchThrowableOfType(
                StaleVersion.class, () -> officer(() -> events.change(reference, 0, Some.webinar())));
        assertThat(refused.arguments()).containsExactly(reference.value());
        assertThat(refused.expected()).isZero();
        List<JournalEntry> since = As.officer(() -> history.since(refused.record(), refused.expected()));
        assertThat(since).extracting(JournalEntry::actor).containsExactly("officer2");
        assertThat(find(reference).data().title()).isEqualTo(others.title());
    }

    @Test
    void aStaleStepIsRefusedToo() throws Exception {
        Reference reference = As.officer(() -> events.plan(Some.webinar()));
        officer(() -> events.change(reference, 0, Some.webinar()));
        for (EventStatus next : EventStatus.values()) {
            assertThatThrownBy(() -> officer(() -> step(reference, 0, next)))
                    .as(next.name())
                    .isInstanceOf(StaleVersion.class);
            assertThatThrownBy(() -> officer(() -> step(reference, 2, next)))
                    .as(next.name() + " of a version yet to come")
                    .isInstanceOf(StaleVersion.class);
        }
        assertThat(find(reference).status()).isEqualTo(EventStatus.PLANNED);
    }

    @Test
    void aSaveThatChangesNothingWritesNothing() throws Exception {
        Reference reference = As.officer(() -> events.plan(listing(
                List.of(part(host, EventPartnerRole.HOST)),
                List.of(new EventData.Speaker("Ms Sato", "Director", host.value(), SpeakingRole.KEYNOTE, "Hello")),
                List.of(figure(10, "Log")))));
        EventDetail before = find(reference);
        As.officer2(() -> done(() -> events.change(reference, 0, before.data())));
        assertThat(find(reference)).isEqualTo(before);
        assertThat(journal(before)).extracting(JournalEntry::actor).containsExactly("officer");
    }

    @Test
    void aChangedListIsAChangeOfTheEvent() throws Exception {
        EventData plain = listing(List.of(), List.of(speaker("Ms Sato")), List.of());
        Reference reference = As.officer(() -> events.plan(plain));
        EventData kept = find(reference).data();
        EventData more = with(kept, List.of(speaker("Ms Sato"), speaker("Mr Ito")));
        As.officer2(() -> done(() -> events.change(reference, 0, more)));
        EventDetail after = find(reference);
        assertThat(after.version()).isEqualTo(1);
        JournalEntry change = journal(after).get(0);
        assertThat(change.actor()).isEqualTo("officer2");
        assertThat(change.action()).isEqualTo("EventRegister.change");
        assertThat(change.version()).isEqualTo(1);
        assertThat(change.fields()).singleElement().satisfies(field -> {
            assertThat(field.field()).isEqualTo("speakers");
            assertThat(field.before()).contains("Ms Sato").doesNotContain("Mr Ito");
            assertThat(field.after()).contains("Ms Sato", "Mr Ito");
        });
    }

    @Test
    void goesFromPlannedToReported() throws Exception {
        Reference reference = As.officer(() -> events.plan(reportable()));
        officer(() -> events.postpone(reference, 0, StepData.because("typhoon")));
        assertThat(find(reference).status()).isEqualTo(EventStatus.POSTPONED);
        officer(() -> events.planAgain(reference, 1, StepData.NONE));
        assertThat(find(reference).status()).isEqualTo(EventStatus.PLANNED);
        officer(() -> events.confirm(reference, 2, StepData.NONE));
        assertThat(find(reference).status()).isEqualTo(EventStatus.CONFIRMED);
        officer(() -> events.open(reference, 3, StepData.NONE));
        assertThat(find(reference).status()).isEqualTo(EventStatus.OPEN);
        officer(() -> events.markHeld(reference, 4, StepData.NONE));
        assertThat(find(reference).status()).isEqualTo(EventStatus.HELD);
        As.officer2(() -> done(() -> events.report(reference, 5, StepData.NONE)));
        assertThat(find(reference).status()).isEqualTo(EventStatus.REPORTED);
        assertThat(new Journal(dataSource)
                        .rows(
                                "SELECT s.actor, s.action, s.reason, c.version FROM journal_change c JOIN"
                                        + " journal_change_set s ON s.id = c.change_set_id WHERE c.entity ="
                                        + " 'IsidEvent' AND c.reference = ? ORDER BY s.id",
                                reference.value()))
                .containsExactly(
                        List.of("officer", "EventRegister.plan", "null", "0"),
                        List.of("officer", "EventRegister.postpone", "typhoon", "1"),
                        List.of("officer", "EventRegister.planAgain", "null", "2"),
                        List.of("officer", "EventRegister.confirm", "null", "3"),
                        List.of("officer", "EventRegister.open", "null", "4"),
                        List.of("officer", "EventRegister.markHeld", "null", "5"),
                        List.of("officer2", "EventRegister.report", "null", "6"));
    }

    @Test
    void goesEveryWayThereIsAndNoOther() throws Exception {
        for (EventStatus from : EventStatus.values()) {
            for (EventStatus next : EventStatus.values()) {
                Reference reference = at(from);
                long version = find(reference).version();
                if (WAYS.getOrDefault(from, Set.of()).contains(next)) {
                    officer(() -> step(reference, version, next));
                    assertThat(find(reference).status()).isEqualTo(next);
                } else {
                    assertThatThrownBy(() -> officer(() -> step(reference, version, next)))
                            .as(from + " to " + next)
                            .isInstanceOfSatisfying(EventCannotBecome.class, refused -> {
                                assertThat(refused.field()).isEqualTo("status");
                                assertThat(refused.arguments()).containsExactly(from, next);
                            });
                    assertThat(find(reference).status()).isEqualTo(from);
                    assertThat(find(reference).version()).isEqualTo(version);
                }
            }
        }
    }

    @Test
    void offersTheWaysThereAre() {
        for (EventStatus from : EventStatus.values()) {
            assertThat(from.next()).as(from.name()).isEqualTo(WAYS.get(from));
        }
    }

    /** A new event that has come so far. */
    private Reference at(EventStatus status) throws Exception {
        Reference reference = As.officer(() -> events.plan(reportable()));
        List<EventStatus> steps =
                switch (status) {
                    case PLANNED -> List.of();
                    case CONFIRMED -> List.of(EventStatus.CONFIRMED);
                    case OPEN -> List.of(EventStatus.CONFIRMED, EventStatus.OPEN);
                    case HELD -> List.of(EventStatus.CONFIRMED, EventStatus.HELD);
                    case REPORTED -> List.of(EventStatus.CONFIRMED, EventStatus.HELD, EventStatus.REPORTED);
                    case POSTPONED -> List.of(EventStatus.POSTPONED);
                    case CANCELLED -> List.of(EventStatus.CANCELLED);
                };
        for (int i = 0; i < steps.size(); i++) {
            EventStatus next = steps.get(i);
            long version = i;
            officer(() -> step(reference, version, next));
        }
        return reference;
    }

    private void step(Reference reference, long version, EventStatus next) {
        switch (next) {
            case PLANNED -> events.planAgain(reference, version, StepData.NONE);
            case CONFIRMED -> events.confirm(reference, version, StepData.NONE);
            case OPEN -> events.open(reference, version, StepData.NONE);
            case HELD -> events.markHeld(reference, version, StepData.NONE);
            case REPORTED -> events.report(reference, version, StepData.NONE);
            case POSTPONED -> events.postpone(reference, version, StepData.because("why"));
            case CANCELLED -> events.cancel(reference, version, StepData.because("why"));
        }
    }

    @Test
    void postponingAndCancellingAreExplained() throws Exception {
        Reference reference = As.officer(() -> events.plan(Some.webinar()));
        for (String blank : Arrays.asList(null, "", " \n ")) {
            assertThat(Refusals.of(() -> officer(() -> events.postpone(reference, 0, StepData.because(blank)))))
                    .containsExactly("reason: required");
            assertThat(Refusals.of(() -> officer(() -> events.cancel(reference, 0, StepData.because(blank)))))
                    .containsExactly("reason: required");
        }
        assertThat(Refusals.of(() -> officer(() -> events.cancel(reference, 0, StepData.because("x".repeat(2_001))))))
                .containsExactly("reason: tooLong");
        assertThat(find(reference).status()).isEqualTo(EventStatus.PLANNED);
        String longest = "風".repeat(2_000);
        officer(() -> events.postpone(reference, 0, StepData.because(longest)));
        officer(() -> events.cancel(reference, 1, StepData.because(" the speaker fell ill ")));
        assertThat(journal(find(reference)))
                .extracting(JournalEntry::reason)
                .containsExactly("the speaker fell ill", longest, null);
    }

    @Test
    void aReportNeedsTheOutcomeAndASourcedFigure() throws Exception {
        List<EventData.Figure> counted = List.of(figure(0, "Log"));
        for (EventData lacking : List.of(
                Some.webinar(),
                outcome("What came of it.", List.of()),
                outcome(null, counted),
                outcome(" ", counted))) {
            Reference reference = As.officer(() -> events.plan(lacking));
            officer(() -> events.confirm(reference, 0, StepData.NONE));
            officer(() -> events.markHeld(reference, 1, StepData.NONE));
            assertThatThrownBy(() -> officer(() -> events.report(reference, 2, StepData.NONE)))
                    .isInstanceOfSatisfying(ReportNeedsOutcome.class, refused -> assertThat(refused.field())
                            .isEqualTo("outcome"));
            assertThat(find(reference).status()).isEqualTo(EventStatus.HELD);
            officer(() -> events.change(reference, 2, outcome("What came of it.", counted)));
            officer(() -> events.report(reference, 3, StepData.NONE));
            assertThat(find(reference).status()).isEqualTo(EventStatus.REPORTED);
        }
    }

    @Test
    void aReportedEventKeepsItsOutcomeAndAFigure() throws Exception {
        Reference reference = at(EventStatus.REPORTED);
        List<EventData.Figure> counted = List.of(figure(12, "A better count"));
        for (EventData lacking : List.of(outcome(null, counted), outcome("What came of it.", List.of()))) {
            assertThatThrownBy(() -> officer(() -> events.change(reference, 3, lacking)))
                    .isInstanceOf(ReportNeedsOutcome.class);
        }
        assertThat(find(reference).data().outcome()).isEqualTo(reportable().outcome());
        officer(() -> events.change(reference, 3, outcome("More came of it.", counted)));
        assertThat(find(reference).data().outcome()).isEqualTo("More came of it.");
        assertThat(find(reference).status()).isEqualTo(EventStatus.REPORTED);
    }

    @Test
    void aFigureOfAttendanceHasASourceAndIsNoLessThanNothing() throws Exception {
        List<EventData.Figure> wrong = List.of(
                figure(-1, "Log"),
                figure(5, null),
                new EventData.Figure(null, null, null, "Log", null),
                figure(1, "x".repeat(301)),
                figure(0, "Log"));
        assertThat(Refusals.of(() -> As.officer(() -> events.plan(listing(List.of(), List.of(), wrong)))))
                .containsExactly(
                        "attendance[0].figure: notNegative",
                        "attendance[1].source: required",
                        "attendance[2].figure: required",
                        "attendance[3].source: tooLong");
    }

    @Test
    void figuresThatDisagreeStandSideBySide() throws Exception {
        List<EventData.Figure> figures = List.of(
                new EventData.Figure(300, Attendance.Quality.ABOUT, Attendance.Kind.UNIQUE, "Organiser", DAY),
                new EventData.Figure(1_000, Attendance.Quality.OVER, Attendance.Kind.UNIQUE, "Newspaper", null),
                new EventData.Figure(287, Attendance.Quality.EXACT, Attendance.Kind.PEAK, "Platform", DAY),
                new EventData.Figure(Integer.MAX_VALUE, Attendance.Quality.EXACT, Attendance.Kind.UNIQUE, "Jest", DAY));
        Reference reference = As.officer(() -> events.plan(listing(List.of(), List.of(), figures)));
        assertThat(find(reference).data().attendance()).isEqualTo(figures);
        List<EventData.Figure> turned = List.of(figures.get(2), figures.get(0), figures.get(0));
        officer(() -> events.change(reference, 0, listing(List.of(), List.of(), turned)));
        assertThat(find(reference).data().attendance()).isEqualTo(turned);
    }

    @Test
    void aSpeakerIsSomebodyAndSpeaksForAPartnerOrForNobody() throws Exception {
        List<EventData.Speaker> wrong = List.of(
                speaker(" "),
                speaker("x".repeat(161)),
                new EventData.Speaker("Ms Sato", null, "P-nowhere", null, null),
                new EventData.Speaker("Mr Ito", null, "not a reference", null, null),
                new EventData.Speaker("Mr Abe", null, null, null, "x".repeat(20_001)));
        assertThat(Refusals.of(() -> As.officer(() -> events.plan(listing(List.of(), wrong, List.of())))))
                .containsExactly(
                        "speakers[0].person: required",
                        "speakers[1].person: tooLong",
                        "speakers[2].partner: noSuchPartner",
                        "speakers[3].partner: noSuchPartner",
                        "speakers[4].message: tooLong");
        String name = Some.name("Hikihara").replace(" ", "");
        List<EventData.Speaker> twice = List.of(
                new EventData.Speaker(name, null, guest.value(), SpeakingRole.OPENING, "会".repeat(20_000)),
                new EventData.Speaker(name, null, null, SpeakingRole.CLOSING, null));
        Reference reference = As.officer(() -> events.plan(listing(List.of(), twice, List.of())));
        assertThat(find(reference).data().speakers()).isEqualTo(twice);
        assertThat(find(reference).partnerNames()).containsOnlyKeys(guest.value());
        assertThat(As.manager(() -> directory.search(name, "IsidEvent", 5)))
                .extracting(SearchHit::reference)
                .containsExactly(reference.value());
        assertThat(listed(new EventCriteria(null, null, null, null, id("Partner", guest), null)))
                .containsExactly(reference);
    }

    @Test
    void aPartnerHasAPartOnceInEachRole() throws Exception {
        EventData.PartnerPart hosting = part(host, EventPartnerRole.HOST);
        EventData.PartnerPart again =
                new EventData.PartnerPart(" " + host.value().toLowerCase(Locale.ROOT), EventPartnerRole.HOST);
        List<EventData.PartnerPart> wrong = List.of(
                hosting,
                again,
                new EventData.PartnerPart("P-nowhere", EventPartnerRole.HOST),
                new EventData.PartnerPart(" ", EventPartnerRole.HOST),
                new EventData.PartnerPart(guest.value(), null));
        assertThat(Refusals.of(() -> As.officer(() -> events.plan(listing(wrong, List.of(), List.of())))))
                .containsExactly(
                        "partners[1].partner: partnerTwice",
                        "partners[2].partner: noSuchPartner",
                        "partners[3].partner: required",
                        "partners[4].role: required");
        List<EventData.PartnerPart> fine =
                List.of(hosting, part(guest, EventPartnerRole.HOST), part(host, EventPartnerRole.SPONSOR));
        Reference reference = As.officer(() -> events.plan(listing(fine, List.of(), List.of())));
        assertThat(find(reference).data().partners()).isEqualTo(fine);
        assertThat(listed(new EventCriteria(null, null, null, null, id("Partner", guest), null)))
                .containsExactly(reference);
    }

    @Test
    void aPublicationSaysWhatAndByWhom() throws Exception {
        List<EventData.Publication> wrong = List.of(
                new EventData.Publication(null, "Ministry", null, null),
                new EventData.Publication("Notice", " ", null, null),
                new EventData.Publication("Notice", "Ministry", "javascript:alert(1)", null),
                new EventData.Publication("Notice", "Ministry", "https://example.org/a b", null),
                new EventData.Publication("Notice", "Ministry", "https://" + "x".repeat(500), null));
        assertThat(Refusals.of(() -> As.officer(() -> events.plan(published(wrong)))))
                .containsExactly(
                        "announcements[0].title: required",
                        "announcements[1].publisher: required",
                        "announcements[2].link: notALink",
                        "announcements[3].link: notALink",
                        "announcements[4].link: tooLong");
    }

    @Test
    void isTiedToRecordsOfAnyKind() throws Exception {
        Reference agreement = As.officer(() -> agreements.draft(Some.memorandum(host, guest)));
        Reference contribution = As.officer(() -> contributions.open(Some.contribution(host, null, "USD")));
        Reference series = As.officer(() -> events.openSeries(Some.series()));
        Reference before = As.officer(() -> events.plan(Some.webinar()));
        Reference batch =
                As.officer(() -> imports.bring("Test", Some.statement("2020,Donor " + host + ",Other,Other,1")));
        List<EventData.Link> links = List.of(
                link(LinkRelation.UNDER, "Agreement", agreement),
                link(LinkRelation.FUNDED_BY, "Contribution", contribution),
                link(LinkRelation.LED_TO, "Partner", guest),
                link(LinkRelation.LED_TO, "EventSeries", series),
                link(LinkRelation.LED_TO, "IsidEvent", before),
                link(LinkRelation.FUNDED_BY, "ImportBatch", batch));
        Reference reference = As.officer(() -> events.plan(tied(links)));
        EventDetail kept = find(reference);
        assertThat(kept.data().links()).isEqualTo(links);
        for (EventData.Link each : links) {
            RecordRef target = As.manager(() -> directory.find(each.targetKind(), String.valueOf(each.target())))
                    .orElseThrow();
            assertThat(kept.targets().get(String.valueOf(each.target())))
                    .extracting(SearchHit::kind, SearchHit::id)
                    .containsExactly(target.kind(), target.id());
            assertThat(listed(EventCriteria.tiedTo(target)))
                    .as(target.toString())
                    .containsExactly(reference);
        }
        officer(() -> events.change(reference, 0, tied(links.subList(1, 3))));
        assertThat(find(reference).data().links()).isEqualTo(links.subList(1, 3));
        assertThat(listed(EventCriteria.tiedTo(new RecordRef("IsidEvent", id("IsidEvent", before)))))
                .isEmpty();
    }

    @Test
    void aTieIsToARecordThatExists() throws Exception {
        List<EventData.Link> wrong = List.of(
                new EventData.Link(LinkRelation.UNDER, "Agreement", "KZ-nowhere"),
                new EventData.Link(LinkRelation.UNDER, "Agreement", host.value()),
                new EventData.Link(LinkRelation.UNDER, "Nothing", host.value()),
                new EventData.Link(LinkRelation.UNDER, null, "nowhere' or '1'='1"),
                new EventData.Link(LinkRelation.UNDER, "Partner", " "),
                new EventData.Link(null, "Partner", host.value()));
        assertThat(Refusals.of(() -> As.officer(() -> events.plan(tied(wrong)))))
                .containsExactly(
                        "links[0].target: noSuchTarget",
                        "links[1].target: noSuchTarget",
                        "links[2].target: noSuchTarget",
                        "links[3].target: noSuchTarget",
                        "links[4].target: required",
                        "links[5].relation: required");
        EventData anyKind = tied(List.of(new EventData.Link(LinkRelation.UNDER, null, host.value())));
        assertThat(find(As.officer(() -> events.plan(anyKind))).data().links())
                .as("its kind follows from its reference")
                .containsExactly(link(LinkRelation.UNDER, "Partner", host));
    }

    @Test
    void noEventIsTiedToItself() throws Exception {
        Reference reference = As.officer(() -> events.plan(Some.webinar()));
        Reference other = As.officer(() -> events.plan(Some.webinar()));
        EventData toItself = tied(List.of(
                link(LinkRelation.LED_TO, "IsidEvent", other), link(LinkRelation.LED_TO, "IsidEvent", reference)));
        assertThat(Refusals.of(() -> officer(() -> events.change(reference, 0, toItself))))
                .containsExactly("links[1].target: linkToItself");
        assertThat(find(reference).data().links()).isEmpty();
    }

    @Test
    void aSeriesHasSeveralPeriodsAndFiguresAsItsSourcesSay() throws Exception {
        SeriesData said = new SeriesData(
                Some.reference("連続"),
                Some.name("Series"),
                "Monthly.\nOnline.",
                List.of(
                        new SeriesData.Period(DAY, DAY.plusYears(1), "Annual report"),
                        new SeriesData.Period(DAY.minusMonths(1), DAY.plusMonths(6), "Press release"),
                        new SeriesData.Period(DAY, DAY, "Diary")),
                List.of(part(host, EventPartnerRole.ORGANISER), part(guest, EventPartnerRole.CO_ORGANISER)),
                List.of(new EventData.Figure(
                        5_000, Attendance.Quality.OVER, Attendance.Kind.CUMULATIVE, "Annual report", DAY)));
        Reference reference = As.officer(() -> events.openSeries(said));
        SeriesDetail kept = findSeries(reference);
        assertThat(kept.data()).isEqualTo(said);
        assertThat(kept.version()).isZero();
        assertThat(kept.recordedBy()).isEqualTo("officer");
        assertThat(kept.partnerNames()).containsOnlyKeys(host.value(), guest.value());
        As.officer2(() -> done(() -> events.changeSeries(reference, 0, said)));
        assertThat(findSeries(reference)).as("nothing was changed").isEqualTo(kept);
        SeriesData shorter =
                new SeriesData(null, said.title(), null, said.periods().subList(1, 2), List.of(), said.attendance());
        As.officer2(() -> done(() -> events.changeSeries(reference, 0, shorter)));
        assertThat(findSeries(reference).data().periods()).isEqualTo(shorter.periods());
        assertThat(findSeries(reference).data().partners()).isEmpty();
        assertThat(findSeries(reference).data().summary()).isNull();
        assertThat(As.manager(() -> history.ofRecord(new RecordRef("EventSeries", kept.id()), null, 10))
                        .items())
                .extracting(JournalEntry::actor, JournalEntry::action, JournalEntry::version)
                .containsExactly(
                        tuple("officer2", "EventRegister.changeSeries", 1L),
                        tuple("officer", "EventRegister.openSeries", 0L));
    }

    @Test
    void aSeriesPeriodEndsAfterItStartsAndHasASource() throws Exception {
        SeriesData wrong = new SeriesData(
                null,
                " ",
                "x".repeat(10_001),
                List.of(
                        new SeriesData.Period(DAY, DAY.minusDays(1), "Report"),
                        new SeriesData.Period(null, DAY, "Report"),
                        new SeriesData.Period(DAY, null, null),
                        new SeriesData.Period(DAY, DAY, "x".repeat(301))),
                List.of(part(host, EventPartnerRole.HOST), part(host, EventPartnerRole.HOST)),
                List.of(figure(-1, null)));
        List<String> problems = List.of(
                "title: required",
                "summary: tooLong",
                "periods[0].endsOn: datesOutOfOrder",
                "periods[1].startsOn: required",
                "periods[2].endsOn: required",
                "periods[2].source: required",
                "periods[3].source: tooLong",
                "partners[1].partner: partnerTwice",
                "attendance[0].figure: notNegative",
                "attendance[0].source: required");
        assertThat(Refusals.of(() -> As.officer(() -> events.openSeries(wrong))))
                .isEqualTo(problems);
        Reference reference = As.officer(() -> events.openSeries(Some.series()));
        SeriesDetail before = findSeries(reference);
        assertThat(Refusals.of(() -> officer(() -> events.changeSeries(reference, 0, wrong))))
                .isEqualTo(problems);
        assertThat(findSeries(reference)).isEqualTo(before);
    }

    @Test
    void aStaleSeriesIsRefused() throws Exception {
        Reference reference = As.officer(() -> events.openSeries(Some.series()));
        SeriesData others = Some.series();
        As.officer2(() -> done(() -> events.changeSeries(reference, 0, others)));
        StaleVersion refused = catchThrowableOfType(
                StaleVersion.class, () -> officer(() -> events.changeSeries(reference, 0, Some.series())));
        assertThat(refused.record().kind()).isEqualTo("EventSeries");
        assertThat(As.officer(() -> history.since(refused.record(), refused.expected())))
                .extracting(JournalEntry::actor)
                .containsExactly("officer2");
        assertThat(findSeries(reference).data().title()).isEqualTo(others.title());
    }

    @Test
    void anEventBelongsToASeriesThatExists() throws Exception {
        Reference series = As.officer(() -> events.openSeries(Some.series()));
        Reference first = As.officer(() -> events.plan(inSeries(series.value())));
        Reference second =
                As.officer(() -> events.plan(inSeries(" " + series.value().toLowerCase(Locale.ROOT))));
        EventCriteria ofSeries = new EventCriteria(null, null, null, id("EventSeries", series), null, null);
        assertThat(listed(ofSeries)).containsExactlyInAnyOrder(first, second);
        for (String nowhere : List.of("ES-nowhere", "not a reference", first.value())) {
            assertThatThrownBy(() -> As.officer(() -> events.plan(inSeries(nowhere))))
                    .as(nowhere)
                    .isInstanceOfSatisfying(NoSuchRecord.class, refused -> {
                        assertThat(refused.field()).isEqualTo("series");
                        assertThat(refused.arguments()).containsExactly("EventSeries", nowhere);
                    });
        }
        officer(() -> events.change(second, 0, inSeries(" ")));
        assertThat(find(second).data().series()).isNull();
        assertThat(listed(ofSeries)).containsExactly(first);
    }

    @Test
    void theEventsOfARenamedSeriesAreFoundByItsNewName() throws Exception {
        Reference series = As.officer(() -> events.openSeries(Some.series()));
        Reference event = As.officer(() -> events.plan(inSeries(series.value())));
        String renamed = Some.name("Renamed").replace(" ", "");
        officer(() ->
                events.changeSeries(series, 0, new SeriesData(null, renamed, null, List.of(), List.of(), List.of())));
        assertThat(As.manager(() -> directory.search(renamed, "IsidEvent", 5)))
                .extracting(SearchHit::reference)
                .containsExactly(event.value());
        assertThat(find(event).seriesTitle()).isEqualTo(renamed);
        assertThat(find(event).version()).as("the event itself is as it was").isZero();
    }

    @Test
    void onlyWhatIsThereIsChanged() {
        assertThatThrownBy(() -> officer(() -> events.change(NOWHERE, 0, Some.webinar())))
                .isInstanceOfSatisfying(NoSuchRecord.class, refused -> assertThat(refused.arguments())
                        .containsExactly("IsidEvent", NOWHERE.value()));
        for (EventStatus next : EventStatus.values()) {
            assertThatThrownBy(() -> officer(() -> step(NOWHERE, 0, next)))
                    .as(next.name())
                    .isInstanceOf(NoSuchRecord.class);
        }
        assertThatThrownBy(() -> officer(() -> events.changeSeries(NOWHERE, 0, Some.series())))
                .isInstanceOfSatisfying(NoSuchRecord.class, refused -> assertThat(refused.arguments())
                        .containsExactly("EventSeries", NOWHERE.value()));
    }

    @Test
    void onlyOfficersWrite() throws Exception {
        Reference event = As.officer(() -> events.plan(Some.webinar()));
        Reference series = As.officer(() -> events.openSeries(Some.series()));
        EventDetail before = find(event);
        SeriesDetail seriesBefore = findSeries(series);
        for (Step step : List.<Step>of(
                () -> events.plan(Some.webinar()),
                () -> events.change(event, 0, Some.webinar()),
                () -> events.confirm(event, 0, StepData.NONE),
                () -> events.open(event, 0, StepData.NONE),
                () -> events.markHeld(event, 0, StepData.NONE),
                () -> events.report(event, 0, StepData.NONE),
                () -> events.postpone(event, 0, StepData.because("why")),
                () -> events.planAgain(event, 0, StepData.NONE),
                () -> events.cancel(event, 0, StepData.because("why")),
                () -> events.openSeries(Some.series()),
                () -> events.changeSeries(series, 0, Some.series()))) {
            for (String role : Roles.ALL) {
                if (!role.equals(Roles.OFFICER)) {
                    assertThatThrownBy(() -> As.somebody("somebody", Set.of(role), () -> done(step)))
                            .as(role)
                            .isInstanceOf(EJBAccessException.class);
                }
            }
            assertThatThrownBy(step::take).isInstanceOf(EJBAccessException.class);
        }
        assertThat(find(event)).isEqualTo(before);
        assertThat(findSeries(series)).isEqualTo(seriesBefore);
    }

    @Test
    void whoeverHasSignedInReads() throws Exception {
        Reference event = As.officer(() -> events.plan(Some.webinar()));
        Reference series = As.officer(() -> events.openSeries(Some.series()));
        for (String role : Roles.ALL) {
            Set<String> roles = Set.of(role);
            assertThat(As.somebody("somebody", roles, () -> queries.find(event.value())))
                    .isPresent();
            assertThat(As.somebody("somebody", roles, () -> queries.findSeries(series.value())))
                    .isPresent();
        }
        assertThatThrownBy(() -> queries.find(event.value())).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> queries.findSeries(series.value())).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> queries.list(EventCriteria.ANY, PageRequest.first(1)))
                .isInstanceOf(EJBAccessException.class);
    }

    private static EventData referenced(String reference) {
        return event(reference, null, null, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private static EventData inSeries(String series) {
        return event(null, series, null, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private static EventData outcome(@Nullable String outcome, List<EventData.Figure> attendance) {
        return event(null, null, outcome, List.of(), List.of(), attendance, List.of(), List.of());
    }

    private static EventData reportable() {
        return outcome("An agreement in principle.", List.of(figure(10, "Log")));
    }

    private static EventData listing(
            List<EventData.PartnerPart> partners, List<EventData.Speaker> speakers, List<EventData.Figure> attendance) {
        return event(null, null, null, partners, speakers, attendance, List.of(), List.of());
    }

    private static EventData published(List<EventData.Publication> announcements) {
        return event(null, null, null, List.of(), List.of(), List.of(), announcements, List.of());
    }

    private static EventData tied(List<EventData.Link> links) {
        return event(null, null, null, List.of(), List.of(), List.of(), List.of(), links);
    }

    private static EventData event(
            @Nullable String reference,
            @Nullable String series,
            @Nullable String outcome,
            List<EventData.PartnerPart> partners,
            List<EventData.Speaker> speakers,
            List<EventData.Figure> attendance,
            List<EventData.Publication> announcements,
            List<EventData.Link> links) {
        return new EventData(
                reference,
                series,
                Some.name("Workshop"),
                EventKind.WORKSHOP,
                null,
                DAY,
                null,
                null,
                null,
                VIENNA,
                null,
                null,
                null,
                outcome,
                partners,
                speakers,
                attendance,
                announcements,
                links);
    }

    private static EventData during(
            LocalDate startOn,
            @Nullable LocalTime startTime,
            @Nullable LocalDate endOn,
            @Nullable LocalTime endTime,
            String zone) {
        return new EventData(
                null,
                null,
                Some.name("Workshop"),
                EventKind.WORKSHOP,
                EventMode.IN_PERSON,
                startOn,
                startTime,
                endOn,
                endTime,
                zone,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** The same but for who speaks. */
    private static EventData with(EventData kept, List<EventData.Speaker> speakers) {
        return new EventData(
                kept.reference(),
                kept.series(),
                kept.title(),
                kept.kind(),
                kept.mode(),
                kept.startOn(),
                kept.startTime(),
                kept.endOn(),
                kept.endTime(),
                kept.timeZone(),
                kept.venue(),
                kept.link(),
                kept.summary(),
                kept.outcome(),
                kept.partners(),
                speakers,
                kept.attendance(),
                kept.announcements(),
                kept.links());
    }

    private static SeriesData series(String reference) {
        return new SeriesData(reference, Some.name("Series"), null, List.of(), List.of(), List.of());
    }

    private static EventData.PartnerPart part(Reference partner, EventPartnerRole role) {
        return new EventData.PartnerPart(partner.value(), role);
    }

    private static EventData.Speaker speaker(String person) {
        return new EventData.Speaker(person, null, null, SpeakingRole.SPEAKER, null);
    }

    private static EventData.Figure figure(int figure, @Nullable String source) {
        return new EventData.Figure(figure, Attendance.Quality.EXACT, Attendance.Kind.UNIQUE, source, null);
    }

    private static EventData.Link link(LinkRelation relation, String kind, Reference target) {
        return new EventData.Link(relation, kind, target.value());
    }

    private EventDetail find(Reference reference) throws Exception {
        return As.manager(() -> queries.find(reference.value())).orElseThrow();
    }

    private SeriesDetail findSeries(Reference reference) throws Exception {
        return As.manager(() -> queries.findSeries(reference.value())).orElseThrow();
    }

    private List<Reference> listed(EventCriteria criteria) throws Exception {
        return As.manager(() -> queries.list(criteria, PageRequest.first(10))).items().stream()
                .map(EventRow::reference)
                .toList();
    }

    private List<JournalEntry> journal(EventDetail event) throws Exception {
        return As.auditor(() -> history.ofRecord(new RecordRef("IsidEvent", event.id()), null, 10))
                .items();
    }

    private long id(String kind, Reference reference) throws Exception {
        return As.manager(() -> directory.find(kind, reference.value()))
                .orElseThrow()
                .id();
    }

    private static boolean officer(Step step) throws Exception {
        return As.officer(() -> done(step));
    }

    private static boolean done(Step step) {
        step.take();
        return true;
    }

    /** Something that gives nothing back. */
    private interface Step {
        void take();
    }
}
