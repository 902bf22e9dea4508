package org.kizuna.history.dossier;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.CanonicalJson;
import org.kizuna.history.HistoryScope;
import org.kizuna.shared.RecordRef;

/**
 * What somebody asked for, as the job keeps it: one way of writing each, so that the same question is found again.
 *
 * @param size of the tree whose head the dossier holds to
 */
record DossierOrder(DossierQuestion question, long size) {

    String written() {
        HistoryScope scope = question.scope();
        RecordRef record = scope.cooperation();
        Map<String, @Nullable Object> members = new TreeMap<>();
        members.put("from", text(scope.from()));
        members.put("head", question.head());
        members.put("id", record == null ? null : record.id());
        members.put("kind", record == null ? null : record.kind());
        members.put("knownOn", text(question.knownOn()));
        members.put("name", question.name());
        members.put("part", question.part().name());
        members.put("size", size);
        members.put("standingOn", text(question.standingOn()));
        members.put("to", text(scope.to()));
        return CanonicalJson.write(members);
    }

    static DossierOrder read(String written) {
        try (JsonReader reader = Json.createReader(new StringReader(written))) {
            JsonObject members = reader.readObject();
            String kind = members.isNull("kind") ? null : members.getString("kind");
            return new DossierOrder(
                    new DossierQuestion(
                            new HistoryScope(
                                    kind == null ? null : new RecordRef(kind, number(members, "id")),
                                    day(members, "from"),
                                    day(members, "to")),
                            DossierQuestion.Part.valueOf(members.getString("part")),
                            members.isNull("name") ? null : members.getString("name"),
                            day(members, "knownOn"),
                            day(members, "standingOn"),
                            members.isNull("head") ? null : number(members, "head")),
                    number(members, "size"));
        }
    }

    private static long number(JsonObject members, String name) {
        return members.getJsonNumber(name).longValueExact();
    }

    private static @Nullable LocalDate day(JsonObject members, String name) {
        return members.isNull(name) ? null : LocalDate.parse(members.getString(name));
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
