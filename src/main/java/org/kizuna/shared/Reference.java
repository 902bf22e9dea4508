package org.kizuna.shared;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.Serializable;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name people call a record by: unique among its kind, and free of {@code / & | ?}, which may not stand in
 * identifiers of the International Aid Transparency Initiative [IATI 2.03, identifier ruleset], and of blanks.
 */
public record Reference(String value) implements Comparable<Reference>, Serializable {

    private static final int MAXIMUM = 60;
    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{Pd}._:()+#]*");

    /** @throws IllegalArgumentException when the value can't be a reference */
    public Reference {
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not a reference: " + value);
        }
    }

    public static boolean isValid(String value) {
        return value.length() <= MAXIMUM && FORM.matcher(value).matches();
    }

    /** The reference a user typed, or the next one where the field was left empty. */
    public static Reference typedOr(Problems problems, @Nullable String typed, Supplier<Reference> next) {
        String clean = Text.compared(typed);
        if (clean.isEmpty()) {
            return next.get();
        }
        if (!isValid(clean)) {
            problems.add("reference", "notAReference");
            return new Reference("0");
        }
        return new Reference(clean);
    }

    /** Notes a problem when somebody tries to change a reference: others may have it in their letters. */
    public void stays(Problems problems, @Nullable String typed) {
        String clean = Text.compared(typed);
        if (!clean.isEmpty() && !clean.equals(value)) {
            problems.add("reference", "referenceStays", value);
        }
    }

    static Reference numbered(String prefix, long number) {
        return new Reference(
                prefix + "-" + "0".repeat(Math.max(0, 6 - Long.toString(number).length())) + number);
    }

    @Override
    public int compareTo(Reference other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    /** Columns hold the value. */
    @Converter(autoApply = true)
    public static class Column implements AttributeConverter<@Nullable Reference, @Nullable String> {

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable Reference reference) {
            return reference == null ? null : reference.value();
        }

        @Override
        public @Nullable Reference convertToEntityAttribute(@Nullable String value) {
            return value == null ? null : new Reference(value);
        }
    }
}
