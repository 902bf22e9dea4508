package org.kizuna.history.vocabulary;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The fields of one kind of record; a field within another is named as {@code parties.role}. */
final class Kind {

    private final Map<String, Field> fields = new TreeMap<>();

    /** Today's path by the path of a former name, the names above it being today's. */
    private final Map<String, String> former = new HashMap<>();

    private final Map<String, JsonValue> meantBefore = new TreeMap<>();
    private final Set<String> withInner = new HashSet<>();
    private final Map<String, Words> constants;

    /** @param constants of enumerations, by the enumeration's name */
    Kind(Map<String, Words> constants) {
        this.constants = constants;
    }

    void add(String path, Field field, List<String> formerNames) {
        fields.put(path, field);
        String above = path.substring(0, path.lastIndexOf('.') + 1);
        formerNames.forEach(name -> former.put(above + name, path));
        JsonValue before = field.before();
        if (before != null && !above.isEmpty()) {
            withInner.add(above.substring(0, above.indexOf('.')));
        } else if (before != null && before != JsonValue.NULL) {
            meantBefore.put(path, before);
        }
    }

    /** Whether a field, or a constant that one of them may hold, was called something else before. */
    boolean hasFormerWords() {
        return !former.isEmpty()
                || fields.values().stream().anyMatch(field -> {
                    Words words = constants.get(field.element());
                    return words != null && words.hasFormer();
                });
    }

    /** Whether a field, or something within it, says something of a person. */
    boolean isPersonal(String field) {
        return fields.entrySet().stream()
                .anyMatch(line -> line.getValue().isPersonal()
                        && (line.getKey().equals(field) || line.getKey().startsWith(field + ".")));
    }

    boolean hasInnerMeanings() {
        return !withInner.isEmpty();
    }

    @Nullable
    Field field(String path) {
        return fields.get(path);
    }

    Map<String, JsonValue> meantBefore() {
        return meantBefore;
    }

    /** All the names under which a field was ever written, today's first. */
    List<String> written(String field) {
        List<String> names = new ArrayList<>(List.of(field));
        former.forEach((name, now) -> {
            if (now.equals(field)) {
                names.add(name);
            }
        });
        return names;
    }

    String now(String written) {
        return former.getOrDefault(written, written);
    }

    Set<String> endedBy(int migration) {
        Set<String> ended = new HashSet<>();
        fields.forEach((name, field) -> {
            if (field.until() != null && field.until() == migration) {
                ended.add(name);
            }
        });
        return ended;
    }

    /** The same values under today's names. */
    JsonObject renamed(JsonObject values) {
        return renamed("", values);
    }

    private JsonObject renamed(String above, JsonObject values) {
        JsonObjectBuilder now = Json.createObjectBuilder();
        values.forEach((written, value) -> {
            String path = now(above + written);
            now.add(path.substring(above.length()), renamedValue(path, value));
        });
        return now.build();
    }

    private JsonValue renamedValue(String path, JsonValue value) {
        switch (value.getValueType()) {
            case ARRAY -> {
                JsonArrayBuilder items = Json.createArrayBuilder();
                value.asJsonArray().forEach(item -> items.add(renamedValue(path, item)));
                return items.build();
            }
            case OBJECT -> {
                return renamed(path + ".", value.asJsonObject());
            }
            case STRING -> {
                Field field = fields.get(path);
                Words words = field == null ? null : constants.get(field.element());
                return words == null ? value : Json.createValue(words.now(((JsonString) value).getString()));
            }
            default -> {
                return value;
            }
        }
    }

    /** The same values with those of the fields within others that were not there yet when they were written. */
    JsonObject completed(JsonObject values) {
        JsonObjectBuilder now = Json.createObjectBuilder();
        values.forEach((name, value) -> now.add(name, withInner.contains(name) ? completed(name, value) : value));
        return now.build();
    }

    private JsonValue completed(String path, JsonValue value) {
        if (value.getValueType() == JsonValue.ValueType.ARRAY) {
            JsonArrayBuilder items = Json.createArrayBuilder();
            value.asJsonArray().forEach(item -> items.add(completed(path, item)));
            return items.build();
        }
        if (value.getValueType() != JsonValue.ValueType.OBJECT) {
            return value;
        }
        JsonObjectBuilder now = Json.createObjectBuilder();
        value.asJsonObject().forEach((name, inner) -> now.add(name, completed(path + "." + name, inner)));
        fields.forEach((inner, field) -> {
            String name = inner.startsWith(path + ".") ? inner.substring(path.length() + 1) : "";
            JsonValue before = field.before();
            if (!name.isEmpty()
                    && !name.contains(".")
                    && before != null
                    && !value.asJsonObject().containsKey(name)) {
                now.add(name, before);
            }
        });
        return now.build();
    }
}
