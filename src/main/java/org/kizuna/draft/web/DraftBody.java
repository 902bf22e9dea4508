package org.kizuna.draft.web;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.regex.Pattern;

/**
 * A draft as a page sends it: {@code {"address", "title", "content": {"values": [[name, value]…], "rows": {list:
 * number}}}}.
 */
record DraftBody(String address, String title, String content) {

    private static final int LONGEST_ADDRESS = 700;
    private static final int LONGEST_TITLE = 300;

    /** Names of fields whose text is nobody's to keep. */
    private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|token|current|jakarta\\.faces).*");

    /** @throws IllegalArgumentException when it is no draft */
    static DraftBody of(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject body = reader.readObject();
            String address = body.getString("address");
            String title = body.getString("title");
            JsonObject content = body.getJsonObject("content");
            if (!isAddress(address) || content == null) {
                throw new IllegalArgumentException("No draft");
            }
            String kept = Json.createObjectBuilder()
                    .add("values", withoutSecrets(content.getJsonArray("values")))
                    .add("rows", content.getJsonObject("rows"))
                    .build()
                    .toString();
            return new DraftBody(
                    address, title.codePointCount(0, title.length()) > LONGEST_TITLE ? cut(title) : title, kept);
        } catch (JsonException
                | IllegalStateException
                | NullPointerException
                | ClassCastException
                | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("No draft", e);
        }
    }

    /** An address of a page of this server, as browsers write it. */
    static boolean isAddress(String address) {
        return address.length() <= LONGEST_ADDRESS && address.matches("/(?!/)[\\x21-\\x7e]*");
    }

    private static String cut(String title) {
        return title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE));
    }

    private static JsonArray withoutSecrets(JsonArray values) {
        JsonArrayBuilder kept = Json.createArrayBuilder();
        for (JsonValue value : values) {
            JsonArray pair = value.asJsonArray();
            String name = ((JsonString) pair.get(0)).getString();
            if (!SECRET.matcher(name).matches()) {
                kept.add(Json.createArrayBuilder().add(name).add(((JsonString) pair.get(1)).getString()));
            }
        }
        return kept.build();
    }
}
