package org.kizuna.history;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON with exactly one way of writing each value [RFC 8785, JSON Canonicalization Scheme]: members in the order of
 * their names' UTF-16 units, no blanks, the shortest escapes. Decimals are strings, so the scheme's rules for floating
 * point never apply; whole numbers stay within 53 bits.
 */
public final class CanonicalJson {

    private static final long LARGEST_EXACT = (1L << 53) - 1;

    private CanonicalJson() {}

    /** @throws IllegalArgumentException for a value that is no text, boolean, whole number, map, collection or null */
    public static String write(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        write(out, value);
        return out.toString();
    }

    private static void write(StringBuilder out, @Nullable Object value) {
        if (value == null || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof String text) {
            writeText(out, text);
        } else if (value instanceof Map<?, ?> map) {
            writeObject(out, map);
        } else if (value instanceof Collection<?> list) {
            writeArray(out, list);
        } else if (value instanceof Long || value instanceof Integer) {
            writeNumber(out, ((Number) value).longValue());
        } else {
            throw new IllegalArgumentException("No canonical form for " + value.getClass());
        }
    }

    private static void writeNumber(StringBuilder out, long number) {
        if (Math.abs(number) > LARGEST_EXACT) {
            throw new IllegalArgumentException("Not exact in 53 bits: " + number);
        }
        out.append(number);
    }

    private static void writeObject(StringBuilder out, Map<?, ?> map) {
        boolean sorted = map instanceof SortedMap<?, ?> given && given.comparator() == null;
        out.append('{');
        Iterator<? extends Map.Entry<?, ?>> members =
                (sorted ? map : new TreeMap<>(map)).entrySet().iterator();
        while (members.hasNext()) {
            Map.Entry<?, ?> member = members.next();
            writeText(out, (String) member.getKey());
            out.append(':');
            write(out, member.getValue());
            if (members.hasNext()) {
                out.append(',');
            }
        }
        out.append('}');
    }

    private static void writeArray(StringBuilder out, Collection<?> list) {
        out.append('[');
        boolean first = true;
        for (Object item : list) {
            if (!first) {
                out.append(',');
            }
            first = false;
            write(out, item);
        }
        out.append(']');
    }

    private static void writeText(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
