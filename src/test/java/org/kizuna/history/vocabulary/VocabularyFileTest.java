package org.kizuna.history.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Holds the written vocabulary against what the application would write, and says which line is missing. */
class VocabularyFileTest {

    private static final JournaledModel MODEL = new JournaledModel();
    private static final JsonObject FILE = file();

    private static JsonObject file() {
        try (JsonReader reader = Json.createReader(Vocabulary.open())) {
            return reader.readObject();
        }
    }

    @Test
    void namesEveryKind() {
        holds("kinds", MODEL.kinds(), "\"%s\": {\"since\": \"V" + newest() + "\"}");
    }

    @Test
    void namesEveryField() {
        Set<String> named = new TreeSet<>(MODEL.fields().keySet());
        List<String> missing = named.stream()
                .filter(field -> !FILE.getJsonObject("fields").containsKey(field))
                .map(VocabularyFileTest::line)
                .toList();
        assertThat(missing).as(paste("fields", missing)).isEmpty();
        over("fields", named);
        MODEL.fields().forEach((field, type) -> assertThat(
                        FILE.getJsonObject("fields").getJsonObject(field).getString("type"))
                .as("type of %s: another type is another way of writing, which old changes do not speak", field)
                .isEqualTo(type));
    }

    @Test
    void namesEveryConstant() {
        holds("constants", MODEL.constants(), "\"%s\": {\"since\": \"V" + newest() + "\"}");
    }

    @Test
    void namesEveryAction() {
        holds("actions", MODEL.actions(), "\"%s\": {\"since\": \"V" + newest() + "\"}");
    }

    @Test
    void everyLineIsOfAMigrationThatThereIs() {
        List<Integer> migrations = migrations();
        for (String part : List.of("kinds", "fields", "constants", "actions")) {
            FILE.getJsonObject(part).forEach((name, line) -> {
                assertThat(migrations)
                        .as("migrations, of which one brought %s", name)
                        .contains(Vocabulary.migration(name, line.asJsonObject().getString("since")));
            });
        }
    }

    @Test
    void formerNamesAreOfOneThingOnly() {
        for (String part : List.of("kinds", "fields", "constants", "actions")) {
            Set<String> names = new HashSet<>(FILE.getJsonObject(part).keySet());
            FILE.getJsonObject(part).forEach((name, line) -> former(name, line.asJsonObject())
                    .forEach(former -> assertThat(names.add(former))
                            .as("%s is said to have been %s, which something else is or was called", name, former)
                            .isTrue()));
        }
    }

    private static List<String> former(String name, JsonObject line) {
        String above = name.substring(0, name.lastIndexOf('.') + 1);
        return line.containsKey("former")
                ? line.getJsonArray("former").getValuesAs(JsonString::getString).stream()
                        .map(former -> former.contains(".") ? former : above + former)
                        .toList()
                : List.of();
    }

    @Test
    void readsAsAVocabulary() {
        assertThat(new Vocabulary(FILE).kind("Agreement")).isEqualTo("Agreement");
    }

    private static void holds(String part, Collection<String> names, String line) {
        List<String> missing = names.stream()
                .filter(name -> !FILE.getJsonObject(part).containsKey(name))
                .map(line::formatted)
                .toList();
        assertThat(missing).as(paste(part, missing)).isEmpty();
        over(part, names);
    }

    /** What was journaled once stays named: it says until when, or what it is called now. */
    private static void over(String part, Collection<String> names) {
        FILE.getJsonObject(part).forEach((name, line) -> {
            if (!names.contains(name)) {
                assertThat(line.asJsonObject())
                        .as(
                                "%s is there no longer: write its name among the \"former\" ones of what it is called"
                                        + " now and take its line away, or say until when it was there:"
                                        + " \"until\": \"V%d\"",
                                name, newest())
                        .containsKey("until");
            }
        });
    }

    private static String paste(String part, List<String> lines) {
        return "lines for \"" + part + "\" in src/main/resources" + Vocabulary.FILE + ":\n" + String.join(",\n", lines)
                + ",\n";
    }

    private static String line(String field) {
        String type = Objects.requireNonNull(MODEL.fields().get(field));
        JsonValue before = type.startsWith("list of ") || type.startsWith("set of ")
                ? JsonValue.EMPTY_JSON_ARRAY
                : type.equals("boolean") ? JsonValue.FALSE : JsonValue.NULL;
        return "\"" + field + "\": {\"type\": \"" + type + "\", \"since\": \"V" + newest() + "\""
                + (newest() > 1 ? ", \"before\": " + before : "") + "}";
    }

    private static int newest() {
        return migrations().stream().max(Integer::compare).orElseThrow();
    }

    private static List<Integer> migrations() {
        File[] files = Objects.requireNonNull(new File("src/main/resources/db/migration").listFiles());
        return new ArrayList<>(Arrays.stream(files)
                .map(file -> Integer.valueOf(
                        file.getName().substring(1, file.getName().indexOf('_'))))
                .toList());
    }
}
