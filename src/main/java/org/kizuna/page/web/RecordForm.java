package org.kizuna.page.web;

import java.io.Serializable;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kizuna.search.RecordDirectory;
import org.kizuna.search.SearchHit;
import org.kizuna.shared.RecordType;
import org.kizuna.shared.RefersTo;

/**
 * The fields of a page, {@code #{form.title}}, which become a record of data when it is saved. A reference is a record that
 * was picked, a list is rows that are forms themselves.
 */
public final class RecordForm<R extends Record> implements Serializable {

    private final Class<R> type;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    public RecordForm(Class<R> type) {
        this.type = type;
        for (RecordComponent component : type().components()) {
            values.put(component.getName(), component.getType() == List.class ? new ArrayList<>() : null);
        }
    }

    /** @param directory tells what the records referred to are called */
    public static <R extends Record> RecordForm<R> of(R data, RecordDirectory directory) {
        Map<String, Set<String>> references = new HashMap<>();
        referred(data, references);
        Map<String, Map<String, SearchHit>> called = new HashMap<>();
        references.forEach((kind, some) -> called.put(kind, directory.called(kind, some)));
        return of(data, (kind, reference) -> {
            SearchHit hit = Objects.requireNonNull(called.get(kind)).get(reference);
            return hit == null ? new SearchHit(kind, 0, reference, reference, "") : hit;
        });
    }

    private static <R extends Record> void referred(R data, Map<String, Set<String>> references) {
        RecordType<R> type = typeOf(data);
        for (RecordComponent component : type.components()) {
            Object value = type.read(data, component.getName());
            if (value instanceof List<?> rows) {
                rows.forEach(row -> {
                    if (row instanceof Record nested) {
                        referred(nested, references);
                    }
                });
            } else if (value != null && component.isAnnotationPresent(RefersTo.class)) {
                references
                        .computeIfAbsent(kind(type, data, component), kind -> new HashSet<>())
                        .add((String) value);
            }
        }
    }

    private static <R extends Record> String kind(RecordType<R> type, R data, RecordComponent component) {
        RefersTo refers = component.getAnnotation(RefersTo.class);
        return refers.kindIn().isEmpty() ? refers.value() : String.valueOf(type.read(data, refers.kindIn()));
    }

    static <R extends Record> RecordForm<R> of(R data, BiFunction<String, String, SearchHit> called) {
        RecordType<R> type = typeOf(data);
        RecordForm<R> form = new RecordForm<>(classOf(data));
        for (RecordComponent component : type.components()) {
            Object value = type.read(data, component.getName());
            if (value instanceof List<?> rows) {
                form.values.put(
                        component.getName(),
                        rows.stream()
                                .map(row -> row instanceof Record nested ? of(nested, called) : row)
                                .collect(Collectors.toCollection(ArrayList::new)));
            } else if (value != null && component.isAnnotationPresent(RefersTo.class)) {
                form.values.put(component.getName(), called.apply(kind(type, data, component), (String) value));
            } else {
                form.values.put(component.getName(), value);
            }
        }
        return form;
    }

    @SuppressWarnings("unchecked") // a record's class has no subclasses
    private static <R extends Record> Class<R> classOf(R data) {
        return (Class<R>) data.getClass();
    }

    private static <R extends Record> RecordType<R> typeOf(R data) {
        return RecordType.of(classOf(data));
    }

    private RecordType<R> type() {
        return RecordType.of(type);
    }

    /** What stands in a field; a {@link SearchHit} where a record was picked, forms where there are rows. */
    public @Nullable Object get(String field) {
        type().component(field);
        return values.get(field);
    }

    /** Null for none. */
    public void set(String field, @Nullable Object value) {
        type().component(field);
        values.put(field, value);
    }

    /** The type that a field's value has on the page. */
    Class<?> typeOf(String field) {
        RecordComponent component = type().component(field);
        return component.isAnnotationPresent(RefersTo.class) ? SearchHit.class : component.getType();
    }

    /** Adds an empty row. */
    public RecordForm<?> add(String field) {
        Class<?> row = RecordType.row(type().component(field).getGenericType());
        RecordForm<?> form = new RecordForm<>(row.asSubclass(Record.class));
        rows(field).add(form);
        return form;
    }

    /** The rows of a list. */
    @SuppressWarnings("unchecked") // nothing else is put there
    public List<RecordForm<?>> rows(String field) {
        return (List<RecordForm<?>>) Objects.requireNonNull(values.get(field));
    }

    /** What was typed. */
    public R data() {
        Map<String, @Nullable Object> typed = new LinkedHashMap<>(values);
        for (RecordComponent component : type().components()) {
            typed.computeIfPresent(component.getName(), (name, value) -> value(value));
            RefersTo refers = component.getAnnotation(RefersTo.class);
            if (refers != null && !refers.kindIn().isEmpty()) {
                typed.put(
                        refers.kindIn(), values.get(component.getName()) instanceof SearchHit hit ? hit.kind() : null);
            } else if (typed.get(component.getName()) == null) {
                typed.put(component.getName(), none(component));
            }
        }
        return type().make(typed.values());
    }

    private static Object value(Object value) {
        if (value instanceof SearchHit hit) {
            return hit.reference();
        }
        return value instanceof Collection<?> rows
                ? rows.stream()
                        .map(row -> row instanceof RecordForm<?> form ? form.data() : row)
                        .toList()
                : value;
    }

    private static @Nullable Object none(RecordComponent component) {
        if (component.getType() == boolean.class) {
            return false;
        }
        return component.getType() == List.class ? List.of() : null;
    }
}
