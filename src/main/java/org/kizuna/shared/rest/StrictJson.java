package org.kizuna.shared.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.math.BigDecimal;

/** JSON in which every reader sees the same: no member twice, nothing after the object, no half characters. */
final class StrictJson {

    private static final int DEEPEST = 20;
    private static final int LONGEST_NUMBER = 70;

    /** Digits before and after the point; what is larger means nothing here and takes long to reckon with. */
    private static final int MOST_DIGITS = 40;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxNameLength(200)
                    .build())
            .build();

    private StrictJson() {}

    /** @throws MalformedBody when the text is anything else than one JSON object [RFC 8259, I-JSON RFC 7493] */
    static JsonObject object(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedBody();
            }
            JsonObject object = restOfObject(parser).build();
            if (parser.nextToken() != null) {
                throw new MalformedBody();
            }
            return object;
        } catch (IOException e) {
            throw new MalformedBody();
        }
    }

    private static JsonObjectBuilder restOfObject(JsonParser parser) throws IOException {
        JsonObjectBuilder object = Json.createObjectBuilder();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = whole(parser.currentName());
            parser.nextToken();
            object.add(name, value(parser));
        }
        return object;
    }

    private static JsonValue value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> restOfObject(parser).build();
            case START_ARRAY -> restOfArray(parser).build();
            case VALUE_STRING -> Json.createValue(whole(parser.getText()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Json.createValue(number(parser));
            case VALUE_TRUE -> JsonValue.TRUE;
            case VALUE_FALSE -> JsonValue.FALSE;
            case VALUE_NULL -> JsonValue.NULL;
            default -> throw new MalformedBody();
        };
    }

    private static JsonArrayBuilder restOfArray(JsonParser parser) throws IOException {
        JsonArrayBuilder array = Json.createArrayBuilder();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }

    private static BigDecimal number(JsonParser parser) throws IOException {
        BigDecimal number = parser.getDecimalValue();
        if (number.scale() > MOST_DIGITS || (long) number.precision() - number.scale() > MOST_DIGITS) {
            throw new MalformedBody();
        }
        return number;
    }

    /** A text without half of a surrogate pair, which no encoding can carry. */
    private static String whole(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isHighSurrogate(unit)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(unit)) {
                throw new MalformedBody();
            }
        }
        return text;
    }
}
