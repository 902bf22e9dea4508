package org.kizuna.event;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.partner.Partner;
import org.kizuna.shared.Problems;

/** Checks the lists that events and series have in common, row by row. */
final class EventLists {

    private EventLists() {}

    /** @param partners the partners named in the rows, in their order; null where there is none of that reference */
    static List<EventPartner> partners(
            List<EventData.PartnerPart> typed, List<@Nullable Partner> partners, Problems problems) {
        List<EventPartner> fresh = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            EventData.PartnerPart part = typed.get(i);
            String at = "partners[" + i + "].";
            Partner partner = required(at + "partner", part.partner(), partners.get(i), problems);
            problems.required(at + "role", part.role());
            if (partner != null && part.role() != null) {
                EventPartner row = new EventPartner(partner, part.role());
                if (fresh.contains(row)) {
                    problems.add(at + "partner", "partnerTwice");
                }
                fresh.add(row);
            }
        }
        return fresh;
    }

    private static @Nullable Partner required(
            String field, @Nullable String typed, @Nullable Partner partner, Problems problems) {
        String reference = Problems.clean(typed);
        if (reference == null) {
            problems.add(field, "required");
        } else if (partner == null) {
            problems.add(field, "noSuchPartner", reference);
        }
        return partner;
    }

    static List<Attendance> attendance(List<EventData.Figure> typed, Problems problems) {
        List<Attendance> fresh = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            EventData.Figure figure = typed.get(i);
            String at = "attendance[" + i + "].";
            problems.required(at + "figure", figure.figure());
            if (figure.figure() != null && figure.figure() < 0) {
                problems.add(at + "figure", "notNegative");
            }
            String source = problems.required(at + "source", figure.source(), 300);
            fresh.add(new Attendance(
                    figure.figure() == null ? 0 : figure.figure(),
                    figure.quality() == null ? Attendance.Quality.EXACT : figure.quality(),
                    figure.kind() == null ? Attendance.Kind.UNIQUE : figure.kind(),
                    source,
                    figure.asOf()));
        }
        return fresh;
    }

    static @Nullable String link(String field, @Nullable String typed, Problems problems) {
        String link = problems.optional(field, typed, 500);
        if (link != null && !link.matches("https?://\\S+")) {
            problems.add(field, "notALink");
        }
        return link;
    }

    /** Leaves an unchanged list alone, so that a save which changes nothing writes nothing. */
    static <T> void replace(List<T> current, List<T> fresh) {
        if (!current.equals(fresh)) {
            current.clear();
            current.addAll(fresh);
        }
    }
}
