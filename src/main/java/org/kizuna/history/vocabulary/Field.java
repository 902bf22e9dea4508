package org.kizuna.history.vocabulary;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * One line of the vocabulary about a field.
 *
 * @param type what is written as its value, such as {@code text}, {@code set of text} or the name of an enumeration
 * @param since number of the migration that brought it
 * @param before what records mean that were journaled without it; null where there are none
 * @param until number of the migration that took it away; null while it is there
 */
record Field(
        String type,
        int since,
        @Nullable JsonValue before,
        @Nullable Integer until) {

    private static final String SET = "set of ";
    private static final String LIST = "list of ";

    static Field of(String name, JsonObject line) {
        int since = Vocabulary.migration(name, line.getString("since"));
        JsonValue before = line.get("before");
        if (since > 1 && before == null) {
            throw new IllegalArgumentException(name + " does not say what records before V" + since + " mean");
        }
        String until = line.getString("until", null);
        return new Field(
                line.getString("type"), since, before, until == null ? null : Vocabulary.migration(name, until));
    }

    /** Whether the order of its values says nothing. */
    boolean isSet() {
        return type.startsWith(SET);
    }

    boolean isPersonal() {
        return type.startsWith("personal ");
    }

    /** Type of each of its values. */
    String element() {
        return isSet() ? type.substring(SET.length()) : type.startsWith(LIST) ? type.substring(LIST.length()) : type;
    }
}
