package org.kizuna.history;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.vocabulary.Vocabulary;

/**
 * One change as the journal keeps it, or a note that changed no record.
 *
 * @param changeSet number of the change set
 * @param position of the change within it; 0 for a note
 * @param detail what a note says, as canonical JSON
 * @param entity name of the changed record's entity, or null for a note
 * @param version of the record after the change
 * @param before values before, as canonical JSON
 * @param after values after, as canonical JSON
 */
public record JournalEntry(
        long changeSet,
        int position,
        Instant recordedAt,
        String actor,
        String role,
        String channel,
        String action,
        @Nullable String reason,
        @Nullable String detail,
        @Nullable String entity,
        long entityId,
        @Nullable String reference,
        @Nullable Operation operation,
        @Nullable Long version,
        @Nullable String before,
        @Nullable String after) {

    /** Stands where a field's name stands. */
    public static final String UNREADABLE = "notReadable";

    /** Names, in what a change set tells, the questions that were answered for it. */
    static final String DESPITE = "despite";

    /** Codes of what was asked about and accepted. */
    public List<String> despite() {
        if (entity == null || detail == null) {
            return List.of();
        }
        try {
            return ReadJson.object(detail).get(DESPITE) instanceof JsonArray codes
                    ? codes.stream()
                            .map(JournalEntry::text)
                            .filter(Objects::nonNull)
                            .toList()
                    : List.of();
        } catch (JsonException e) {
            return List.of();
        }
    }

    /** The same change with other words for its values. */
    JournalEntry with(@Nullable String otherBefore, @Nullable String otherAfter) {
        return new JournalEntry(
                changeSet,
                position,
                recordedAt,
                actor,
                role,
                channel,
                action,
                reason,
                detail,
                entity,
                entityId,
                reference,
                operation,
                version,
                otherBefore,
                otherAfter);
    }

    /** The same change in the words of a vocabulary; what somebody broke stays as it is. */
    public JournalEntry inWordsOf(Vocabulary vocabulary) {
        String kind = entity == null ? null : vocabulary.kind(entity);
        String now = vocabulary.action(action);
        boolean renamed = kind != null && vocabulary.hasFormerWords(kind);
        if (!renamed && now.equals(action) && Objects.equals(kind, entity)) {
            return this;
        }
        return new JournalEntry(
                changeSet,
                position,
                recordedAt,
                actor,
                role,
                channel,
                now,
                reason,
                detail,
                kind,
                entityId,
                reference,
                operation,
                version,
                renamed(vocabulary, kind, before),
                renamed(vocabulary, kind, after));
    }

    private static @Nullable String renamed(Vocabulary vocabulary, @Nullable String kind, @Nullable String json) {
        if (json == null || kind == null) {
            return json;
        }
        try {
            return CanonicalJson.write(ReadJson.plain(vocabulary.renamed(kind, ReadJson.object(json))));
        } catch (JsonException | IllegalStateException | ArithmeticException e) {
            return json;
        }
    }

    /**
     * Field by field, in the order of their names; fields that are empty before and after are left out.
     *
     * @throws JsonException when somebody broke the row behind the application's back
     */
    public List<FieldChange> fields() {
        JsonObject was = parse(before == null && entity == null ? null : before);
        JsonObject is = parse(entity == null ? detail : after);
        TreeSet<String> names = new TreeSet<>(was.keySet());
        names.addAll(is.keySet());
        List<FieldChange> fields = new ArrayList<>();
        for (String name : names) {
            String old = text(was.get(name));
            String fresh = text(is.get(name));
            if (old != null || fresh != null) {
                fields.add(new FieldChange(name, old, fresh));
            }
        }
        return fields;
    }

    /** Like {@link #fields}; where somebody broke the row, one that is called {@link #UNREADABLE}, with what stands there. */
    public List<FieldChange> readableFields() {
        try {
            return fields();
        } catch (JsonException e) {
            return List.of(new FieldChange(UNREADABLE, before, entity == null ? detail : after));
        }
    }

    private static JsonObject parse(@Nullable String json) {
        if (json == null) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        return ReadJson.object(json);
    }

    private static @Nullable String text(@Nullable JsonValue value) {
        if (value == null || value.getValueType() == JsonValue.ValueType.NULL) {
            return null;
        }
        if (value instanceof JsonString string) {
            return string.getString();
        }
        boolean emptyList = value.getValueType() == JsonValue.ValueType.ARRAY
                && value.asJsonArray().isEmpty();
        return emptyList ? null : value.toString();
    }
}
