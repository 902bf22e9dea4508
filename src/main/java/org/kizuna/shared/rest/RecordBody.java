package org.kizuna.shared.rest;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.RecordType;

/** How a record is read from a body: each component by its type from the member of its name, worked out once. */
final class RecordBody<R extends Record> {

    private static final Map<List<Class<?>>, RecordBody<?>> KNOWN = new ConcurrentHashMap<>();

    private static final Map<Class<?>, BiFunction<Body, String, @Nullable Object>> SIMPLE = new HashMap<>();

    static {
        SIMPLE.put(String.class, Body::text);
        SIMPLE.put(LocalDate.class, Body::date);
        SIMPLE.put(BigDecimal.class, Body::decimal);
        SIMPLE.put(Integer.class, Body::whole);
        SIMPLE.put(Boolean.class, Body::truth);
        SIMPLE.put(boolean.class, (body, name) -> Objects.requireNonNullElse(body.truth(name), false));
    }

    private final Map<String, BiFunction<Body, String, @Nullable Object>> members;
    private final Set<String> answered;
    private final RecordType<R> type;

    private RecordBody(
            Map<String, BiFunction<Body, String, @Nullable Object>> members, Set<String> answered, RecordType<R> type) {
        this.members = members;
        this.answered = answered;
        this.type = type;
    }

    @SuppressWarnings("unchecked") // kept under its own type
    static <R extends Record> RecordBody<R> of(Class<R> type, Class<? extends Record> answer) {
        RecordBody<?> known = KNOWN.get(List.of(type, answer));
        if (known == null) {
            known = made(type, answer);
            KNOWN.put(List.of(type, answer), known);
        }
        return (RecordBody<R>) known;
    }

    private static <R extends Record> RecordBody<R> made(Class<R> type, Class<? extends Record> answer) {
        Map<String, Type> answers = new HashMap<>();
        for (RecordComponent member : answer.getRecordComponents()) {
            answers.put(member.getName(), member.getGenericType());
        }
        Map<String, BiFunction<Body, String, @Nullable Object>> members = new LinkedHashMap<>();
        for (RecordComponent member : type.getRecordComponents()) {
            members.put(member.getName(), reader(member, answers.remove(member.getName())));
        }
        return new RecordBody<>(members, Set.copyOf(answers.keySet()), RecordType.of(type));
    }

    private static BiFunction<Body, String, @Nullable Object> reader(RecordComponent member, @Nullable Type answer) {
        Class<?> type = member.getType();
        if (type.isEnum()) {
            return (body, name) -> constant(body, name, type);
        }
        if (type == List.class) {
            Class<?> row = RecordType.row(member.getGenericType());
            return row == String.class ? Body::texts : rows(row, answer);
        }
        BiFunction<Body, String, @Nullable Object> simple = SIMPLE.get(type);
        return simple == null ? RecordBody::toldOtherwise : simple;
    }

    private static BiFunction<Body, String, @Nullable Object> rows(Class<?> type, @Nullable Type answer) {
        RecordBody<?> row = of(
                type.asSubclass(Record.class),
                (answer == null ? type : RecordType.row(answer)).asSubclass(Record.class));
        return (body, name) -> body.list(name, nested -> row.read(nested, Map.of()));
    }

    @SuppressWarnings("unchecked") // asked for constants alone
    private static <E extends Enum<E>> @Nullable Object constant(Body body, String name, Class<?> type) {
        return body.constant(name, (Class<E>) type);
    }

    private static @Nullable Object toldOtherwise(Body body, String name) {
        throw new IllegalStateException("No member of a body is read as " + name);
    }

    R read(Body body, Map<String, ?> given) {
        body.passOver(answered);
        List<@Nullable Object> values = new ArrayList<>();
        members.forEach(
                (name, reader) -> values.add(given.containsKey(name) ? given.get(name) : reader.apply(body, name)));
        return type.make(values);
    }
}
