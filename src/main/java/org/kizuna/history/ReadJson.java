package org.kizuna.history;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what the journal keeps as JSON. */
final class ReadJson {

    /** Kept, as the API looks for its provider each time it is asked for a reader. */
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private ReadJson() {}

    /** A JSON value as maps, lists, texts, whole numbers and truths. */
    static @Nullable Object plain(JsonValue value) {
        if (value instanceof JsonString text) {
            return text.getString();
        }
        if (value instanceof JsonNumber number) {
            return number.longValueExact();
        }
        if (value instanceof JsonArray array) {
            return array.stream().map(ReadJson::plain).collect(ArrayList::new, List::add, List::addAll);
        }
        if (value instanceof JsonObject object) {
            Map<String, @Nullable Object> members = new TreeMap<>();
            object.forEach((name, member) -> members.put(name, plain(member)));
            return members;
        }
        return value == JsonValue.NULL ? null : value == JsonValue.TRUE;
    }

    /** @throws jakarta.json.JsonException when it is no JSON */
    static JsonValue of(String json) {
        try (JsonReader reader = READERS.createReader(new StringReader(json))) {
            return reader.readValue();
        }
    }

    /** @throws jakarta.json.JsonException when it is no object */
    static JsonObject object(String json) {
        try (JsonReader reader = READERS.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
