package org.kizuna.history;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Map;

/** Reads what the journal keeps as JSON. */
final class ReadJson {

    /** Kept, as the API looks for its provider each time it is asked for a reader. */
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private ReadJson() {}

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
