package org.kizuna.history.dossier;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.HistoryScope;

/**
 * What a dossier answers.
 *
 * @param scope which part of the journal
 * @param name the cooperation's record as people know it, or null for everything
 * @param knownOn last day, UTC, whose knowledge counts; null for all that is known by now
 * @param head size of the head whose knowledge counts, instead of a day's
 */
public record DossierQuestion(
        HistoryScope scope,
        @Nullable String name,
        @Nullable LocalDate knownOn,
        @Nullable Long head) {

    Map<String, @Nullable Object> asJson() {
        Map<String, @Nullable Object> json = new TreeMap<>();
        json.put("cooperation", name);
        json.put("from", text(scope.from()));
        json.put("to", text(scope.to()));
        json.put("knownOn", text(knownOn));
        return json;
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
