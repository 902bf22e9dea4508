package org.kizuna.history.dossier;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.HistoryScope;
import org.kizuna.history.proof.TreeHead;

/**
 * What a dossier answers.
 *
 * @param scope which part of the journal
 * @param part which of the records around the scope's cooperation
 * @param name the cooperation's record as people know it, or null for everything
 * @param knownOn last day, UTC, whose knowledge counts; null for all that is known by now
 * @param standingOn day of which the state is wanted beside the history; null for the day of the head
 * @param head size of the head whose knowledge counts, instead of a day's
 */
public record DossierQuestion(
        HistoryScope scope,
        Part part,
        @Nullable String name,
        @Nullable LocalDate knownOn,
        @Nullable LocalDate standingOn,
        @Nullable Long head) {

    Map<String, @Nullable Object> asJson() {
        Map<String, @Nullable Object> json = new TreeMap<>();
        json.put("cooperation", name);
        json.put("from", text(scope.from()));
        json.put("to", text(scope.to()));
        json.put("knownOn", text(knownOn));
        json.put("part", part.name());
        json.put("standingOn", text(standingOn));
        return json;
    }

    /** The day, UTC, of which the state is wanted. */
    LocalDate day(TreeHead head) {
        return standingOn == null ? LocalDate.ofInstant(head.sealedAt(), ZoneOffset.UTC) : standingOn;
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    /** How much of what is around a record. */
    public enum Part {
        /** All that names it or that it names. */
        COOPERATION,
        /** What a donor gave, and the agreements that it was given under. */
        MONEY
    }
}
