package org.kizuna.shared.rest;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Coded;
import org.kizuna.shared.Despite;
import org.kizuna.shared.Problems;
import org.kizuna.shared.Question;
import org.kizuna.shared.Time;
import org.kizuna.shared.Words;

/** Takes the members out of a JSON object, noting every one that is not what it should be. */
public final class Body {

    private static final int MOST_ROWS = 200;

    private final JsonObject object;
    private final String path;
    private final Problems problems;
    private final Set<String> asked = new HashSet<>();
    private final Set<String> free = new HashSet<>(Set.of("reference"));

    private Body(JsonObject object, String path, Problems problems) {
        this.object = object;
        this.path = path;
        this.problems = problems;
    }

    /** @throws MalformedBody when the text is no JSON object */
    public static Body of(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new MalformedBody();
        }
        Body body = new Body(StrictJson.object(text), "", new Problems());
        body.takeAnswers();
        return body;
    }

    /** Every save may name the questions it answers, and why; codes that nothing asks are refused by name. */
    private void takeAnswers() {
        List<String> codes = texts("despite");
        for (int i = 0; i < codes.size(); i++) {
            if (!Words.has(Locale.ENGLISH, Question.key(codes.get(i)))) {
                problems.add("despite[" + i + "]", "nothingAsks", codes.get(i));
            }
        }
        if (!codes.isEmpty()) {
            Despite.say(codes, text("reason"));
        }
    }

    /**
     * A record whose components are the members of their names.
     *
     * @param answer the record as it is given, whose further members a save may send and can't change
     * @param given what is told of components otherwise than by members of their names
     */
    public <R extends Record> R as(Class<R> type, Class<? extends Record> answer, Map<String, ?> given) {
        return RecordBody.of(type, answer).read(this, given);
    }

    public <R extends Record> R as(Class<R> type, Class<? extends Record> answer) {
        return as(type, answer, Map.of());
    }

    public <R extends Record> R as(Class<R> type) {
        return as(type, type);
    }

    public @Nullable String text(String name) {
        JsonValue value = value(name);
        if (value == null) {
            return null;
        }
        if (value instanceof JsonString string) {
            return string.getString();
        }
        problems.add(path + name, "notAText");
        return null;
    }

    public <E extends Enum<E>> @Nullable E constant(String name, Class<E> type) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (written(constant).equals(text)) {
                return constant;
            }
        }
        problems.add(
                path + name,
                "notOneOf",
                text,
                Arrays.stream(type.getEnumConstants()).map(Body::written).collect(Collectors.joining(", ")));
        return null;
    }

    private static String written(Enum<?> constant) {
        return constant instanceof Coded coded ? coded.code() : constant.name();
    }

    public @Nullable LocalDate date(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            return Time.day(text);
        } catch (DateTimeException e) {
            problems.add(path + name, "notADate", text);
            return null;
        }
    }

    /** A decimal, as text or as a number. */
    public @Nullable BigDecimal decimal(String name) {
        JsonValue value = value(name);
        if (value == null) {
            return null;
        }
        try {
            if (value instanceof JsonNumber number) {
                return number.bigDecimalValue();
            }
            if (value instanceof JsonString string && string.getString().matches("-?\\d{1,30}(\\.\\d{1,30})?")) {
                return new BigDecimal(string.getString());
            }
        } catch (NumberFormatException e) {
            problems.add(path + name, "notANumber", value.toString());
            return null;
        }
        problems.add(
                path + name, "notANumber", value instanceof JsonString string ? string.getString() : value.toString());
        return null;
    }

    public @Nullable Integer whole(String name) {
        JsonValue value = value(name);
        if (value == null) {
            return null;
        }
        if (value instanceof JsonNumber number && number.isIntegral()) {
            BigDecimal exact = number.bigDecimalValue();
            if (exact.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0) {
                return exact.intValueExact();
            }
        }
        problems.add(path + name, "notAWholeNumber", value.toString());
        return null;
    }

    public @Nullable Boolean truth(String name) {
        JsonValue value = value(name);
        if (value == null) {
            return null;
        }
        if (value.getValueType() == JsonValue.ValueType.TRUE || value.getValueType() == JsonValue.ValueType.FALSE) {
            return value.getValueType() == JsonValue.ValueType.TRUE;
        }
        problems.add(path + name, "notTrueOrFalse");
        return null;
    }

    /** A list of objects; none when the member is missing. */
    public <T> List<T> list(String name, Function<Body, T> row) {
        List<T> rows = new ArrayList<>();
        JsonValue value = value(name);
        if (value == null) {
            return rows;
        }
        if (!(value instanceof JsonArray array)) {
            problems.add(path + name, "notAList");
            return rows;
        }
        if (array.size() > MOST_ROWS) {
            problems.add(path + name, "tooManyRows", MOST_ROWS);
            return rows;
        }
        for (int i = 0; i < array.size(); i++) {
            String at = path + name + "[" + i + "]";
            if (array.get(i) instanceof JsonObject nested) {
                Body body = new Body(nested, at + ".", problems);
                rows.add(row.apply(body));
                body.noteUnknown();
            } else {
                problems.add(at, "notAnObject");
            }
        }
        return rows;
    }

    /** A list of texts; none when the member is missing. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        JsonValue value = value(name);
        if (value instanceof JsonArray array && array.size() > MOST_ROWS) {
            problems.add(path + name, "tooManyRows", MOST_ROWS);
        } else if (value instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i) instanceof JsonString string) {
                    texts.add(string.getString());
                } else {
                    problems.add(path + name + "[" + i + "]", "notAText");
                }
            }
        } else if (value != null) {
            problems.add(path + name, "notAList");
        }
        return texts;
    }

    /** Notes that a member is not what it should be. */
    public void problem(String name, String key, Object... arguments) {
        problems.add(path + name, key, arguments);
    }

    /** Passes over a member that an answer has and a save can't change. */
    public void ignore(String... names) {
        asked.addAll(Arrays.asList(names));
        free.addAll(Arrays.asList(names));
    }

    /** Passes over what an answer has besides, unless it was asked for. */
    void passOver(Set<String> names) {
        names.stream().filter(name -> !asked.contains(name)).toList().forEach(this::ignore);
    }

    /**
     * Notes members that are left out although something stands there: whoever wants it gone sends null.
     *
     * @param current the record as it is given, whose members have the names of this body's
     */
    public void replaces(Record current) {
        for (RecordComponent member : current.getClass().getRecordComponents()) {
            String name = member.getName();
            if (asked.contains(name) && !free.contains(name) && !object.containsKey(name) && stands(member, current)) {
                problems.add(path + name, "leftOut");
            }
        }
    }

    private static boolean stands(RecordComponent member, Record current) {
        try {
            Object value = member.getAccessor().invoke(current);
            return value != null && !value.equals(false) && !value.equals("") && !value.equals(List.of());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A member that may be sent as it is and can't be changed by a save. */
    public void same(String name, @Nullable String current) {
        String sent = text(name);
        free.add(name);
        if (sent != null && !sent.equals(current)) {
            problems.add(path + name, "changedByItsOwnAction", String.valueOf(current));
        }
    }

    /** @throws org.kizuna.shared.InvalidInput when any member was missing its form, or is not known */
    public void refuseProblems() {
        noteUnknown();
        problems.refuse();
    }

    private void noteUnknown() {
        object.keySet().stream()
                .filter(name -> !asked.contains(name))
                .sorted()
                .forEach(name -> problems.add(path + name, "unknownMember"));
    }

    private @Nullable JsonValue value(String name) {
        asked.add(name);
        JsonValue value = object.get(name);
        return value == null || value.getValueType() == JsonValue.ValueType.NULL ? null : value;
    }
}
