package org.kizuna.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kizuna.lifecycle.StepData;
import org.kizuna.lifecycle.StepTaken;
import org.kizuna.partner.Partner;
import org.kizuna.partner.Unsaved;
import org.kizuna.samples.Some;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Reference;
import org.kizuna.testing.Refusals;

/** The rules of an event, without a server. */
class IsidEventTest {

    private static final Instant BEFORE = Instant.parse("2021-06-28T12:00:00Z");
    private static final Instant AFTER = Instant.parse("2021-07-01T12:00:00Z");
    private static final Partner HOST = Unsaved.partner("P-000001", Some.company());
    private static final EventData.PartnerPart HOSTING = new EventData.PartnerPart("P-000001", EventPartnerRole.HOST);

    private @Nullable String title = "Opening session";
    private @Nullable LocalTime startTime = LocalTime.of(10, 0);
    private @Nullable LocalTime endTime = LocalTime.of(12, 0);
    private @Nullable String zone = "Europe/Vienna";
    private @Nullable String link;
    private @Nullable String outcome;
    private List<EventData.PartnerPart> partners = List.of(HOSTING);
    private List<EventData.Figure> attendance = List.of();
    private List<EventData.Link> links = List.of();
    private List<@Nullable RecordRef> targets = List.of();

    @Test
    void isPlannedForWhatWasSaid() {
        IsidEvent event = planned();
        assertThat(event.status()).isEqualTo(EventStatus.PLANNED);
        assertThat(event.terms().startsAt()).isEqualTo(Instant.parse("2021-06-29T08:00:00Z"));
    }

    @Test
    void needsATitleAZoneThatThereIsAndAnEndAfterItsStart() throws Exception {
        title = " ";
        zone = "Europe/Wien";
        assertThat(refusals()).containsExactly("title: required", "timeZone: notAZone");
        title = "Opening session";
        zone = "Europe/Vienna";
        endTime = LocalTime.of(9, 0);
        assertThat(refusals()).containsExactly("endTime: endsBeforeItStarts");
    }

    @Test
    void namesPartnersOnceInARole() throws Exception {
        partners = List.of(HOSTING, HOSTING, new EventData.PartnerPart("P-000009", null));
        assertThat(refusals())
                .containsExactly(
                        "partners[1].partner: partnerTwice",
                        "partners[2].partner: noSuchPartner",
                        "partners[2].role: required");
    }

    @Test
    void countsWhoCameOnlyWithASource() throws Exception {
        attendance = List.of(new EventData.Figure(-1, null, null, " ", null));
        link = "somewhere";
        assertThat(refusals())
                .containsExactly(
                        "link: notALink", "attendance[0].figure: notNegative", "attendance[0].source: required");
    }

    @Test
    void isTiedToRecordsThatThereAre() throws Exception {
        links = List.of(
                new EventData.Link(LinkRelation.FUNDED_BY, null, "C-000009"), new EventData.Link(null, null, " "));
        targets = Collections.nCopies(2, null);
        assertThat(refusals())
                .containsExactly(
                        "links[0].target: noSuchTarget", "links[1].relation: required", "links[1].target: required");
    }

    @Test
    void isHeldOnlyAfterItsEndAndReportedWithItsOutcomeAndWhoCame() {
        IsidEvent event = planned();
        take(event, "confirm", AFTER);
        assertThatThrownBy(() -> take(event, "markHeld", BEFORE)).isInstanceOf(EventIsNotOver.class);
        take(event, "markHeld", AFTER);
        assertThatThrownBy(() -> take(event, "report", AFTER)).isInstanceOf(ReportNeedsOutcome.class);
        outcome = "Agreed to meet again.";
        attendance = List.of(new EventData.Figure(120, null, null, "Registration", LocalDate.of(2021, 6, 30)));
        event.change(data(), neighbours());
        take(event, "report", AFTER);
        assertThat(event.steps()).extracting(StepTaken::step).containsExactly("confirm", "markHeld", "report");
        outcome = null;
        assertThatThrownBy(() -> event.change(data(), neighbours())).isInstanceOf(ReportNeedsOutcome.class);
    }

    @Test
    void isPostponedWithAReasonAndPlannedAgain() throws Exception {
        IsidEvent event = planned();
        assertThat(Refusals.of(() -> take(event, "postpone", BEFORE))).containsExactly("reason: required");
        event.take("postpone", StepData.because("Travel"), "officer", BEFORE);
        take(event, "planAgain", BEFORE);
        assertThat(event.status()).isEqualTo(EventStatus.PLANNED);
        assertThatThrownBy(() -> take(event, "markHeld", AFTER)).isInstanceOf(EventCannotBecome.class);
    }

    private static StepTaken take(IsidEvent event, String step, Instant at) {
        return event.take(step, StepData.NONE, "officer", at);
    }

    private List<String> refusals() throws Exception {
        return Refusals.of(this::planned);
    }

    private IsidEvent planned() {
        return new IsidEvent(data(), neighbours(), () -> new Reference("EV-000001"), "officer", BEFORE);
    }

    private EventNeighbours neighbours() {
        List<@Nullable Partner> found = new ArrayList<>();
        partners.forEach(part -> found.add("P-000001".equals(part.partner()) ? HOST : null));
        return new EventNeighbours(null, found, List.of(), targets);
    }

    private EventData data() {
        return new EventData(
                null,
                null,
                title,
                EventKind.WEBINAR,
                null,
                Some.DAY,
                startTime,
                null,
                endTime,
                zone,
                null,
                link,
                null,
                outcome,
                partners,
                List.of(),
                attendance,
                List.of(),
                links);
    }
}
