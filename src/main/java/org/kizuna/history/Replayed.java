package org.kizuna.history;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.vocabulary.Vocabulary;

/** A record as the journal tells it, change laid upon change. Values are canonical JSON. */
public final class Replayed {

    private static final String NULL = "null";

    private final Vocabulary vocabulary;
    private final Map<String, String> fields = new TreeMap<>();
    private boolean there;
    private @Nullable Long version;
    private @Nullable String reference;
    private @Nullable JournalEntry last;

    public Replayed() {
        this(Vocabulary.today());
    }

    /** @param vocabulary in whose words the changes are laid, see {@link JournalEntry#inWordsOf} */
    public Replayed(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * A field that the record's first change does not name was not there yet, and is taken for what the vocabulary says.
     *
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
            if (there && !isSame(kind(change), field, before, value)) {
                differences.add(new Difference(field, before, value));
            }
        });
        there = change.operation() != Operation.DELETE;
        if (there) {
            if (change.operation() == Operation.INSERT) {
                vocabulary
                        .meantBefore(kind(change))
                        .forEach((field, value) -> fields.put(field, CanonicalJson.write(ReadJson.plain(value))));
            }
            fields.putAll(is);
            fields.keySet().removeAll(vocabulary.endedBy(kind(change), change.action()));
        } else {
            fields.clear();
        }
        version = change.version();
        reference = change.reference();
        last = change;
        return differences;
    }

    private Map<String, String> values(JournalEntry change, @Nullable String json) {
        if (json == null) {
            return Map.of();
        }
        try {
            Map<String, String> values = new TreeMap<>();
            vocabulary
                    .completed(kind(change), ReadJson.object(json))
                    .forEach((name, value) -> values.put(name, CanonicalJson.write(ReadJson.plain(value))));
            return values;
        } catch (JsonException | IllegalStateException | ArithmeticException e) {
            throw new UnreadableChange(change, e);
        }
    }

    private static String kind(JournalEntry change) {
        return Objects.requireNonNullElse(change.entity(), "");
    }

    private boolean isSame(String kind, String field, String one, String other) {
        return one.equals(other)
                || (vocabulary.isSet(kind, field) && sorted(one).equals(sorted(other)));
    }

    private static List<String> sorted(String json) {
        return ReadJson.of(json) instanceof JsonArray array
                ? array.stream()
                        .map(item -> CanonicalJson.write(ReadJson.plain(item)))
                        .sorted()
                        .toList()
                : List.of(json);
    }

    /** Where what is there differs from what the journal tells. */
    public List<Difference> against(Map<String, String> found) {
        List<Difference> differences = new ArrayList<>();
        Map<String, String> all = new TreeMap<>(fields);
        found.forEach(all::putIfAbsent);
        String kind = last == null ? "" : kind(last);
        for (String field : all.keySet()) {
            String told = fields.getOrDefault(field, NULL);
            String is = found.getOrDefault(field, NULL);
            if (!isSame(kind, field, told, is) && !vocabulary.isOver(kind, field)) {
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
