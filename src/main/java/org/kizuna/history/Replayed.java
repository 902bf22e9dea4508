package org.kizuna.history;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A record as the journal tells it, change laid upon change. Values are canonical JSON. */
public final class Replayed {

    private static final String NULL = "null";

    private final Map<String, String> fields = new TreeMap<>();
    private boolean there;
    private @Nullable Long version;
    private @Nullable String reference;
    private @Nullable JournalEntry last;

    /**
     * @return where the change claims to have found something else than the changes before it left
     * @throws UnreadableChange when what the journal keeps of it is not JSON
     */
    public List<Difference> lay(JournalEntry change) {
        Map<String, String> was = values(change, change.before());
        Map<String, String> is = values(change, change.after());
        List<Difference> differences = new ArrayList<>();
        if (there == (change.operation() == Operation.INSERT)) {
            differences.add(new Difference("", there ? "no such record" : "a record", there ? "a record" : NULL));
        }
        was.forEach((field, value) -> {
            String before = fields.getOrDefault(field, NULL);
            if (there && !before.equals(value)) {
                differences.add(new Difference(field, before, value));
            }
        });
        there = change.operation() != Operation.DELETE;
        if (there) {
            fields.putAll(is);
        } else {
            fields.clear();
        }
        version = change.version();
        reference = change.reference();
        last = change;
        return differences;
    }

    private static Map<String, String> values(JournalEntry change, @Nullable String json) {
        if (json == null) {
            return Map.of();
        }
        try {
            Map<String, String> values = new TreeMap<>();
            ReadJson.object(json).forEach((name, value) -> values.put(name, CanonicalJson.write(plain(value))));
            return values;
        } catch (JsonException | IllegalStateException | ArithmeticException e) {
            throw new UnreadableChange(change, e);
        }
    }

    /** A JSON value as maps, lists, texts, whole numbers and truths. */
    private static @Nullable Object plain(JsonValue value) {
        if (value instanceof JsonString text) {
            return text.getString();
        }
        if (value instanceof JsonNumber number) {
            return number.longValueExact();
        }
        if (value instanceof JsonArray array) {
            return array.stream().map(Replayed::plain).collect(ArrayList::new, List::add, List::addAll);
        }
        if (value instanceof JsonObject object) {
            Map<String, @Nullable Object> members = new TreeMap<>();
            object.forEach((name, member) -> members.put(name, plain(member)));
            return members;
        }
        return value == JsonValue.NULL ? null : value == JsonValue.TRUE;
    }

    /** Where what is there differs from what the journal tells. */
    public List<Difference> against(Map<String, String> found) {
        List<Difference> differences = new ArrayList<>();
        Map<String, String> all = new TreeMap<>(fields);
        found.forEach(all::putIfAbsent);
        for (String field : all.keySet()) {
            String told = fields.getOrDefault(field, NULL);
            String is = found.getOrDefault(field, NULL);
            if (!Objects.equals(told, is)) {
                differences.add(new Difference(field, told, is));
            }
        }
        return differences;
    }

    /** Whether the record exists after the changes laid so far. */
    public boolean isThere() {
        return there;
    }

    public @Nullable Long version() {
        return version;
    }

    /** What people called it by last. */
    public @Nullable String reference() {
        return reference;
    }

    /** The change laid last; null before the first. */
    public @Nullable JournalEntry last() {
        return last;
    }

    /** By name; each canonical JSON. */
    public Map<String, String> fields() {
        return Collections.unmodifiableMap(fields);
    }

    /** By name, those that are filled: texts without their quotation marks, everything else as it is. */
    public Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        fields.forEach((name, value) -> {
            if (value.startsWith("\"")) {
                texts.put(name, ((JsonString) ReadJson.of(value)).getString());
            } else if (!value.equals(NULL) && !value.equals("[]")) {
                texts.put(name, value);
            }
        });
        return texts;
    }

    /** What the journal tells of a field, and what was found instead. Both canonical JSON. */
    public record Difference(String field, String told, String found) {}
}
