package org.kizuna.history.report;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Text;

/**
 * What is looked for in the journal; null means any.
 *
 * @param kind name of the changed record's entity
 * @param reference what the changed record is called
 * @param field name of a field that changed, as the journal keeps it
 * @param value part of what the field, or any, was or became, as the journal keeps it or as a code is called in any
 *     language; capitals and accents do not matter
 * @param from first day of the organisation, inclusive
 * @param to last day of the organisation, inclusive
 */
public record SearchCriteria(
        @Nullable String actor,
        @Nullable String role,
        @Nullable String action,
        @Nullable String channel,
        @Nullable String kind,
        @Nullable String reference,
        @Nullable String field,
        @Nullable String value,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    public boolean isEmpty() {
        return detail().isEmpty();
    }

    /** Whether what the journal keeps as codes is asked for as codes are written; nothing else is found. */
    boolean isInCodes() {
        return Text.isAscii(role) && Text.isAscii(action) && Text.isAscii(channel) && Text.isAscii(kind);
    }

    /** As the journal notes it. */
    Map<String, Object> detail() {
        Map<String, Object> detail = new TreeMap<>();
        put(detail, "actor", actor);
        put(detail, "role", role);
        put(detail, "action", action);
        put(detail, "channel", channel);
        put(detail, "recordKind", kind);
        put(detail, "record", reference);
        put(detail, "field", field);
        put(detail, "value", value);
        put(detail, "from", from);
        put(detail, "to", to);
        return detail;
    }

    private static void put(Map<String, Object> detail, String name, @Nullable Object value) {
        if (value != null) {
            detail.put(name, value.toString());
        }
    }
}
