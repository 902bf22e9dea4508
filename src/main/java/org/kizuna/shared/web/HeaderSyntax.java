package org.kizuna.shared.web;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Headers as RFC 9110 writes them. What stands behind the gate takes a type that is none for a fault of its own, and of
 * a header that comes twice reads the one or the other.
 */
final class HeaderSyntax {

    /** Names in lower case of what is said once, or contradicts itself. */
    static final Set<String> SAID_ONCE = Set.of(
            "authorization", "content-encoding", "content-type", "host", "idempotency-key", "origin", "sec-fetch-site");

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.)*\"";
    private static final String PARAMETER = "\\s*;(?:\\s*(" + TOKEN + ")\\s*=\\s*(" + TOKEN + "|" + QUOTED + "))?+";

    private static final Pattern NEXT_PARAMETER = Pattern.compile(PARAMETER);

    /** {@code *} alone is what a library of Java's first years sends. */
    private static final Pattern TYPE =
            Pattern.compile("\\s*(?:\\*|" + TOKEN + "/" + TOKEN + ")(?:" + PARAMETER + ")*+\\s*");

    private static final Pattern ELEMENT = Pattern.compile("(?:[^\",]|" + QUOTED + ")*+");

    private static final Pattern WEIGHT = Pattern.compile("\\d{1,3}(?:\\.\\d{0,9})?|\\.\\d{1,9}");

    private HeaderSyntax() {}

    /** Whether it is one media type with its parameters, each of them once. */
    static boolean isType(String value) {
        if (!TYPE.matcher(value).matches()) {
            return false;
        }
        Set<String> names = new HashSet<>();
        Matcher parameter = NEXT_PARAMETER.matcher(value);
        while (parameter.find()) {
            String name = parameter.group(1);
            if (name != null && !names.add(name.toLowerCase(Locale.ROOT))) {
                return false;
            }
            if ("q".equalsIgnoreCase(name)
                    && !WEIGHT.matcher(parameter.group(2)).matches()) {
                return false;
            }
        }
        return true;
    }

    /** Whether each of the types, if any, is one; between commas there may be nothing. */
    static boolean areTypes(String value) {
        Matcher element = ELEMENT.matcher(value);
        int from = 0;
        while (from <= value.length()) {
            element.region(from, value.length());
            if (!element.lookingAt()) {
                return false;
            }
            String type = element.group().strip();
            boolean ends = element.end() == value.length();
            if ((!ends && value.charAt(element.end()) != ',') || !(type.isEmpty() || isType(type))) {
                return false;
            }
            from = element.end() + 1;
        }
        return true;
    }
}
