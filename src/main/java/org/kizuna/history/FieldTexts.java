package org.kizuna.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.ManagedType;
import jakarta.persistence.metamodel.PluralAttribute;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.CountryCode;
import org.kizuna.shared.Formats;
import org.kizuna.shared.JournaledRecord;
import org.kizuna.shared.Words;

/** Puts what the journal keeps into a reader's words: fields by their labels, constants by theirs, lists line by line. */
@ApplicationScoped
public class FieldTexts {

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,40}(\\.\\d{1,40})?");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** When a part of a record was recorded is told once, with the change. */
    private static final String RECORDED_AT = "recordedAt";

    private static final Pattern ERASED = Pattern.compile("erased on (\\d{4}-\\d{2}-\\d{2})");

    /** Tells what records are called. */
    @FunctionalInterface
    public interface Names {

        /** The name of a record now, or null where it has none. */
        @Nullable
        String called(String kind, String reference);
    }

    @PersistenceUnit
    private EntityManagerFactory factory;

    /** What a field is called. */
    public static String label(Locale language, @Nullable String entity, String field) {
        String key = entity + "." + field;
        if (Words.has(language, key)) {
            return Words.text(language, key);
        }
        String anyone = "field." + field;
        return Words.has(language, anyone) ? Words.text(language, anyone) : field;
    }

    /**
     * A value as the journal keeps it, in words.
     *
     * @param zone in which moments are told
     * @param names by which other records are told
     */
    public @Nullable String value(
            Locale language, ZoneId zone, Names names, @Nullable String entity, String field, @Nullable String value) {
        if (value == null) {
            return null;
        }
        Optional<ManagedType<?>> type = entity == null ? Optional.empty() : type(entity);
        if (value.startsWith("[") || value.startsWith("{")) {
            return nested(language, zone, names, type.flatMap(owner -> element(owner, field)), value);
        }
        return simple(language, zone, names, type.flatMap(owner -> attribute(owner, field)), value);
    }

    private String nested(Locale language, ZoneId zone, Names names, Optional<ManagedType<?>> element, String json) {
        try {
            JsonValue value = ReadJson.of(json);
            if (value instanceof JsonArray array) {
                return array.stream()
                        .map(item -> item(language, zone, names, element, item))
                        .collect(Collectors.joining("\n"));
            }
            return item(language, zone, names, element, value);
        } catch (JsonException e) {
            return json;
        }
    }

    private String item(Locale language, ZoneId zone, Names names, Optional<ManagedType<?>> type, JsonValue item) {
        if (item instanceof JsonObject object) {
            Set<String> days = new HashSet<>();
            return object.entrySet().stream()
                    .filter(member -> member.getValue().getValueType() != JsonValue.ValueType.NULL)
                    .filter(member -> !RECORDED_AT.equals(member.getKey()))
                    .filter(member -> !isDay(member.getValue()) || days.add(text(member.getValue())))
                    .map(member -> simple(
                            language,
                            zone,
                            names,
                            type.flatMap(owner -> attribute(owner, member.getKey())),
                            text(member.getValue())))
                    .collect(Collectors.joining(" · "));
        }
        return simple(language, zone, names, Optional.empty(), text(item));
    }

    private static boolean isDay(JsonValue value) {
        return DAY.matcher(text(value)).matches();
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }

    private static String simple(
            Locale language, ZoneId zone, Names names, Optional<Attribute<?, ?>> attribute, String value) {
        Class<?> type = attribute.<Class<?>>map(Attribute::getJavaType).orElse(null);
        if (type != null && type.isEnum()) {
            String key = type.getSimpleName() + "." + value;
            return Words.has(language, key) ? Words.text(language, key) : value;
        }
        if (value.equals("true") || value.equals("false")) {
            return Words.text(language, value.equals("true") ? "yes" : "no");
        }
        Matcher erased = ERASED.matcher(value);
        if (erased.matches()) {
            return Words.text(language, "erasedOn", time(language, zone, LocalDate.class, erased.group(1)));
        }
        if (type == LocalDate.class || type == Instant.class) {
            return time(language, zone, type, value);
        }
        if (type == CountryCode.class && CountryCode.isKnown(value)) {
            return new CountryCode(value).name(language);
        }
        if (type == BigDecimal.class && DECIMAL.matcher(value).matches()) {
            return Formats.decimal(language, new BigDecimal(value));
        }
        if (type != null && JournaledRecord.class.isAssignableFrom(type)) {
            String name = names.called(type.getSimpleName(), value);
            return name == null ? value : name + " (" + value + ")";
        }
        for (String word : List.of("Role.", "Step.")) {
            if (Words.has(language, word + value)) {
                return Words.text(language, word + value);
            }
        }
        return value;
    }

    private static String time(Locale language, ZoneId zone, Class<?> type, String value) {
        try {
            return type == LocalDate.class
                    ? Formats.date(language, LocalDate.parse(value))
                    : Formats.moment(language, Instant.parse(value), zone);
        } catch (DateTimeException e) {
            // broken behind the application's back: it is shown as it stands there
            return value;
        }
    }

    private Optional<ManagedType<?>> type(String entity) {
        return factory.getMetamodel().getEntities().stream()
                .filter(type -> type.getName().equals(entity))
                .<ManagedType<?>>map(type -> (EntityType<?>) type)
                .findFirst();
    }

    private static Optional<Attribute<?, ?>> attribute(ManagedType<?> owner, String name) {
        return JournaledFields.attributes(owner)
                .filter(attribute -> attribute.getName().equals(name))
                .findFirst();
    }

    private static Optional<ManagedType<?>> element(ManagedType<?> owner, String name) {
        return attribute(owner, name)
                .filter(attribute -> attribute instanceof PluralAttribute)
                .map(attribute -> ((PluralAttribute<?, ?, ?>) attribute).getElementType())
                .filter(type -> type instanceof ManagedType)
                .map(type -> (ManagedType<?>) type);
    }
}
