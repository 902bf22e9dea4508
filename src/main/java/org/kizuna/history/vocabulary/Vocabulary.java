package org.kizuna.history.vocabulary;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the journal calls kinds of records, fields, constants and actions, and what they were called before. What has
 * been sealed is never written again: whoever lays old changes over one another, or shows them, reads them through this.
 */
public final class Vocabulary {

    /** Where it is kept, in the application. */
    public static final String FILE = "/journal/vocabulary.json";

    /** What a migration that rewrites records is named by in the journal, before its number. */
    public static final String MIGRATION = "Migration.";

    private static final Pattern NUMBER = Pattern.compile("V(\\d+)");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]\\w{0,59}");
    private static final Vocabulary TODAY = new Vocabulary(json());

    private final Map<String, Kind> kinds = new TreeMap<>();
    private final Words kindNames = new Words();
    private final Words actions = new Words();
    private final Map<String, Words> constants = new HashMap<>();

    /** @throws IllegalArgumentException when a line does not say what it has to */
    public Vocabulary(JsonObject file) {
        file.getJsonObject("constants").forEach((name, line) -> {
            int dot = name.indexOf('.');
            constants
                    .computeIfAbsent(name.substring(0, dot), list -> new Words())
                    .add(name.substring(dot + 1), line.asJsonObject());
        });
        file.getJsonObject("kinds").forEach((name, line) -> {
            kinds.put(name, new Kind(constants));
            kindNames.add(name, line.asJsonObject());
        });
        file.getJsonObject("fields").forEach((name, line) -> {
            int dot = name.indexOf('.');
            Kind kind = kinds.get(name.substring(0, dot));
            if (kind == null) {
                throw new IllegalArgumentException(name + " is of no kind that is named");
            }
            kind.add(name.substring(dot + 1), Field.of(name, line.asJsonObject()), Words.former(line.asJsonObject()));
        });
        file.getJsonObject("actions").forEach((name, line) -> actions.add(name, line.asJsonObject()));
    }

    /** The one that this version of the application speaks. */
    public static Vocabulary today() {
        return TODAY;
    }

    /** The file as it is. */
    public static InputStream open() {
        return Objects.requireNonNull(Vocabulary.class.getResourceAsStream(FILE), FILE);
    }

    /** The file as JSON. */
    public static JsonObject json() {
        try (InputStream in = open();
                JsonReader reader = Json.createReader(in)) {
            return reader.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException when the version is not as {@code V16} */
    public static int migration(String name, String version) {
        Matcher number = NUMBER.matcher(version);
        if (!number.matches()) {
            throw new IllegalArgumentException(name + " is said to be of " + version + ", which is no migration");
        }
        return Integer.parseInt(number.group(1));
    }

    /** Today's name of a kind of record. */
    public String kind(String written) {
        return kindNames.now(written);
    }

    /** Today's name of an action. */
    public String action(String written) {
        return actions.now(written);
    }

    /** All the names under which an action was ever written, today's first. */
    public List<String> actionsWritten(String action) {
        return actions.written(action);
    }

    /** All the names under which a field was ever written, today's first. */
    public List<String> fieldsWritten(String kind, String field) {
        Kind known = kinds.get(kind);
        return known == null ? List.of(field) : known.written(field);
    }

    /** The same of any kind of record. */
    public List<String> fieldsWritten(String field) {
        return Stream.concat(Stream.of(field), kinds.values().stream().flatMap(kind -> kind.written(field).stream()))
                .distinct()
                .toList();
    }

    /** All the words under which a constant was ever written, today's first. */
    public List<String> constantsWritten(String enumeration, String constant) {
        Words known = constants.get(enumeration);
        return known == null ? List.of(constant) : known.written(constant);
    }

    /** SQL: whether a column names this kind, under any name it ever had. */
    public String isKind(String column, String kind) {
        if (!WORD.matcher(kind).matches()) {
            return "1 = 0";
        }
        List<String> names = kindNames.written(kind);
        return names.size() == 1
                ? column + " = '" + kind + "'"
                : column + names.stream().collect(Collectors.joining("', '", " IN ('", "')"));
    }

    /** Whether something within a record of this kind was called something else before. */
    public boolean hasFormerWords(String kind) {
        Kind known = kinds.get(kind);
        return known != null && known.hasFormerWords();
    }

    /** Values that a change of a record left or found, under today's names. */
    public JsonObject renamed(String kind, JsonObject values) {
        Kind known = kinds.get(kind);
        return known == null || !known.hasFormerWords() ? values : known.renamed(values);
    }

    /** Values under today's names, with what those mean that were written before some field within a field was there. */
    public JsonObject completed(String kind, JsonObject values) {
        Kind known = kinds.get(kind);
        return known == null || !known.hasInnerMeanings() ? values : known.completed(values);
    }

    /** By field, what records mean that were journaled before the field was there; those that mean nothing are missing. */
    public Map<String, JsonValue> meantBefore(String kind) {
        Kind known = kinds.get(kind);
        return known == null ? Map.of() : Collections.unmodifiableMap(known.meantBefore());
    }

    /** Whether the order in which a field's values are written says nothing. */
    public boolean isSet(String kind, String field) {
        Field known = field(kind, field);
        return known != null && known.isSet();
    }

    /** Whether a field, or something within it, says something of a person. */
    public boolean isPersonal(String kind, String field) {
        Kind known = kinds.get(kind);
        return known != null && known.isPersonal(field);
    }

    /** Whether records no longer have this field. */
    public boolean isOver(String kind, String field) {
        Field known = field(kind, field);
        return known != null && known.until() != null;
    }

    /** The fields that records no longer have after an action, which is a migration's; of others there are none. */
    public Set<String> endedBy(String kind, String action) {
        Kind known = kinds.get(kind);
        return known == null || !action.startsWith(MIGRATION)
                ? Set.of()
                : known.endedBy(migration(action, action.substring(MIGRATION.length())));
    }

    private @Nullable Field field(String kind, String field) {
        Kind known = kinds.get(kind);
        return known == null ? null : known.field(field);
    }
}
