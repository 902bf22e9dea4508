package org.kizuna.bench;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kizuna.event.EventKind;
import org.kizuna.event.EventMode;
import org.kizuna.event.EventPartnerRole;
import org.kizuna.event.SpeakingRole;
import org.kizuna.shared.RecordRef;

/** Events; every second one is a session of a series, and on average forty partners take part or have another part. */
final class Events extends Growing {

    private static final int OF_SERIES = 10;
    private static final int FEWEST_PARTNERS = 19;
    private static final int MOST_PARTNERS = 63;
    private static final List<EventKind> KINDS = List.of(EventKind.values());
    private static final List<EventMode> MODES = List.of(EventMode.values());
    private static final List<EventPartnerRole> ROLES = List.of(EventPartnerRole.values());
    private static final List<SpeakingRole> SPEAKING = List.of(SpeakingRole.values());

    private final int partners;

    Events(int count, int partners) {
        super("IsidEvent", "EV", "EventRegister", count);
        this.partners = partners;
    }

    /** What chance gave an event. */
    private record One(
            String title,
            EventKind kind,
            EventMode mode,
            LocalDate day,
            List<Integer> partners,
            List<EventPartnerRole> roles,
            List<String> speakers,
            List<SpeakingRole> speaking,
            int came,
            int fate) {}

    private One one(int number) {
        Chance chance = Chance.of("IsidEvent", number);
        int known = Math.max(10, (int) ((long) partners * (number - 1) / count()));
        List<Integer> invited = new ArrayList<>();
        List<EventPartnerRole> roles = new ArrayList<>();
        for (int more = chance.between(4, 10); more > 0; more--) {
            int partner = 1 + chance.skewed(known);
            if (!invited.contains(partner)) {
                invited.add(partner);
                roles.add(invited.size() == 1 ? EventPartnerRole.ORGANISER : chance.one(ROLES));
            }
        }
        List<String> speakers = new ArrayList<>();
        List<SpeakingRole> speaking = new ArrayList<>();
        for (int more = chance.between(2, 8); more > 0; more--) {
            speakers.add(chance.one(Words.PEOPLE));
            speaking.add(chance.one(SPEAKING));
        }
        addParticipants(number, known, invited, roles);
        LocalDate month = Organisation.FIRST
                .plusMonths((long) Organisation.MONTHS * (number - 1) / count())
                .atDay(1);
        return new One(
                chance.one(Words.FIELDS) + " " + (number % 2 == 0 ? "Forum" : "Session") + " " + number,
                chance.one(KINDS),
                chance.one(MODES),
                month.plusDays(chance.below(28)),
                invited,
                roles,
                speakers,
                speaking,
                chance.between(10, 70),
                chance.below(100));
    }

    /** Participants, until the event has as many partners as chance wants, or all there are. */
    private static void addParticipants(int number, int known, List<Integer> invited, List<EventPartnerRole> roles) {
        Chance chance = Chance.of("participants", number);
        Set<Integer> all = new LinkedHashSet<>(invited);
        int wanted = Math.min(chance.between(FEWEST_PARTNERS, MOST_PARTNERS), known);
        while (all.size() < wanted) {
            all.add(1 + chance.below(known));
        }
        invited.clear();
        invited.addAll(all);
        while (roles.size() < invited.size()) {
            roles.add(EventPartnerRole.PARTICIPANT);
        }
    }

    private @Nullable Integer series(int number) {
        return number % OF_SERIES < OF_SERIES / 2 && number >= OF_SERIES ? number / OF_SERIES : null;
    }

    static String seriesTitle(int series) {
        return "Partnering for development, series " + series;
    }

    @Override
    String text() {
        return "summary";
    }

    @Override
    String opens() {
        return "plan";
    }

    @Override
    Map<String, @Nullable Object> fields(int number) {
        One one = one(number);
        Map<String, @Nullable Object> fields = new TreeMap<>();
        for (String empty : List.of("endOn", "endTime", "link", "outcome", "startTime", "venue")) {
            fields.put(empty, null);
        }
        fields.put("announcements", List.of());
        fields.put("links", List.of());
        fields.put("attendance", List.of(attendance(one)));
        fields.put("kind", one.kind().name());
        fields.put("mode", one.mode().name());
        fields.put("title", one.title());
        fields.put("status", "PLANNED");
        fields.put("startOn", one.day().toString());
        fields.put(
                "startsAt", one.day().atStartOfDay().toInstant(ZoneOffset.UTC).toString());
        fields.put("timeZone", "UTC");
        Integer series = series(number);
        fields.put("series", series == null ? null : reference("ES", series));
        List<Map<String, ?>> invited = new ArrayList<>();
        for (int i = 0; i < one.partners().size(); i++) {
            invited.add(Map.of(
                    "partner",
                    reference("P", one.partners().get(i)),
                    "role",
                    one.roles().get(i).name()));
        }
        fields.put("partners", invited);
        List<Map<String, @Nullable Object>> speakers = new ArrayList<>();
        for (int i = 0; i < one.speakers().size(); i++) {
            speakers.add(speaker(one.speakers().get(i), one.speaking().get(i)));
        }
        fields.put("speakers", speakers);
        return fields;
    }

    private static Map<String, @Nullable Object> attendance(One one) {
        Map<String, @Nullable Object> attendance = new TreeMap<>(Map.of(
                "figure", one.came(), "quality", "EXACT", "kind", "UNIQUE", "source", "List of those who signed in"));
        attendance.put("asOf", null);
        return attendance;
    }

    private static Map<String, @Nullable Object> speaker(String person, SpeakingRole role) {
        Map<String, @Nullable Object> speaker = new TreeMap<>(Map.of("person", person, "role", role.name()));
        speaker.put("message", null);
        speaker.put("partner", null);
        speaker.put("personTitle", null);
        return speaker;
    }

    @Override
    List<RecordRef> mentions(int number) {
        List<RecordRef> mentions = new ArrayList<>();
        one(number).partners().forEach(partner -> mentions.add(new RecordRef("Partner", partner)));
        Integer series = series(number);
        if (series != null) {
            mentions.add(new RecordRef("EventSeries", series));
        }
        return mentions;
    }

    @Override
    List<Step> steps(int number) {
        int fate = one(number).fate();
        List<Step> steps = new ArrayList<>();
        if (fate < 5) {
            steps.add(Step.status("cancel", "officer", "OFFICER", "PLANNED", "CANCELLED"));
        } else if (fate >= 10) {
            steps.add(Step.status("confirm", "officer", "OFFICER", "PLANNED", "CONFIRMED"));
            if (fate >= 15) {
                steps.add(Step.status("markHeld", "officer", "OFFICER", "CONFIRMED", "HELD"));
            }
        }
        return steps;
    }

    @Override
    void write(Rows rows) {
        Rows.Table events = rows.table(
                "isid_event",
                "id, version, reference, series_id, title, kind, mode, status, start_on, time_zone, starts_at, summary,"
                        + " recorded_by, recorded_at");
        Rows.Table invited = rows.table("event_partner", "event_id, position, partner_id, role");
        Rows.Table speakers = rows.table("event_speaking", "event_id, position, person, role");
        Rows.Table came = rows.table("event_attendance", "event_id, position, figure, quality, kind, source");
        Found found = new Found(rows, kind());
        for (int number = 1; number <= count(); number++) {
            One one = one(number);
            List<Step> steps = steps(number);
            Integer series = series(number);
            events.add(
                    number,
                    version(number),
                    reference(number),
                    series,
                    one.title(),
                    one.kind(),
                    one.mode(),
                    steps.isEmpty()
                            ? "PLANNED"
                            : steps.get(steps.size() - 1).after().get("status"),
                    one.day(),
                    "UTC",
                    one.day().atStartOfDay(),
                    textOf(number),
                    author(number),
                    recordedAt(number));
            for (int i = 0; i < one.partners().size(); i++) {
                invited.add(number, i, one.partners().get(i), one.roles().get(i));
            }
            for (int i = 0; i < one.speakers().size(); i++) {
                speakers.add(number, i, one.speakers().get(i), one.speaking().get(i));
            }
            came.add(number, 0, one.came(), "EXACT", "UNIQUE", "List of those who signed in");
            find(found, number, one, series);
        }
        List.of(events, invited, speakers, came).forEach(Rows.Table::flush);
        found.close();
    }

    private void find(Found found, int number, One one, @Nullable Integer series) {
        List<@Nullable String> more = new ArrayList<>();
        more.add(textOf(number));
        more.add(series == null ? null : seriesTitle(series));
        more.addAll(one.speakers());
        one.partners().forEach(partner -> more.add(Partners.name(partner)));
        String context = one.day() + (series == null ? "" : " · " + seriesTitle(series));
        found.add(number, reference(number), one.title(), context, more);
    }
}
