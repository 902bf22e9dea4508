package org.kizuna.partner;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.DataFile;
import org.kizuna.shared.Problems;
import org.kizuna.shared.Text;

/**
 * A list in which organisations are registered under numbers of its own, and how it spells them. Which lists there are is
 * decided by the register of organisation identifiers, {@code data/identifier-lists.csv}.
 *
 * @param successor code of the list that took its place, or empty
 * @param digits whether its values are digits alone
 * @param upperCase whether its values have no small letters
 * @param form what a value looks like, or null where the register does not tell
 * @param layout how many digits stand between hyphens where a value is of digits alone; empty where there are none
 * @param separators signs that people set between the parts of a value and the list does not keep
 */
record IdentifierList(
        String code,
        String name,
        boolean deprecated,
        String successor,
        boolean digits,
        boolean upperCase,
        @Nullable Pattern form,
        String separators,
        @Nullable Predicate<String> check,
        List<Integer> layout) {

    private static final Map<String, IdentifierList> ALL = read();
    private static final String USUAL_SEPARATORS = " .-";
    private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7e&&[^/&|?]]{1,60}");

    private static Map<String, IdentifierList> read() {
        Map<String, IdentifierList> all = new HashMap<>();
        for (NamedCsvRecord row : DataFile.rows("identifier-lists.csv")) {
            String form = row.getField("form");
            String check = row.getField("check");
            all.put(
                    row.getField("code"),
                    new IdentifierList(
                            row.getField("code"),
                            row.getField("name"),
                            !row.getField("deprecated").isEmpty(),
                            row.getField("successor"),
                            row.getField("kind").equals("D"),
                            row.getField("kind").equals("U"),
                            form.isEmpty() ? null : Pattern.compile(form),
                            row.getField("separators"),
                            check.isEmpty() ? null : CheckDigits.of(check),
                            layout(row.getField("layout"))));
        }
        return Map.copyOf(all);
    }

    private static List<Integer> layout(String field) {
        return field.isEmpty()
                ? List.of()
                : Stream.of(field.split("-")).map(Integer::valueOf).toList();
    }

    /** The identifier typed, in its list's spelling, with a problem noted for what the list does not have. */
    static PartnerIdentifier typed(Problems problems, String at, PartnerData.Identifier typed) {
        String code = Text.compared(problems.required(at + "listCode", typed.listCode(), 40))
                .toUpperCase(Locale.ROOT);
        String value = Text.compared(problems.required(at + "value", typed.value(), 80));
        IdentifierList list = ALL.get(code);
        if (list == null || value.isEmpty()) {
            if (!code.isEmpty() && list == null) {
                problems.add(at + "listCode", "noSuchIdentifierList", code);
            }
            if (!value.isEmpty() && !isPlain(value)) {
                problems.add(at + "value", "notAnIdentifier");
            }
            return new PartnerIdentifier(code, value);
        }
        if (!list.successor.isEmpty()) {
            problems.add(at + "listCode", "identifierListReplaced", code, list.successor);
        }
        String spelled = list.spelled(value);
        list.check(problems, at + "value", spelled);
        return new PartnerIdentifier(code, spelled);
    }

    /** The one spelling of a value. Blanks are none of it anywhere, and any dash is a hyphen. */
    String spelled(String value) {
        String spelled = without(" ", withoutAddress(withoutListCode(value)));
        String bare = without(separators.isEmpty() ? USUAL_SEPARATORS : separators, spelled);
        boolean onlyDigits = bare.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!separators.isEmpty() || (digits && onlyDigits)) {
            spelled = bare;
        }
        if (onlyDigits
                && bare.length() == layout.stream().mapToInt(Integer::intValue).sum()) {
            return laidOut(bare);
        }
        if (upperCase) {
            spelled = spelled.toUpperCase(Locale.ROOT);
        }
        return switch (code) {
            case "GB-COH" -> spelled.matches("[0-9]{1,7}") ? "0".repeat(8 - spelled.length()) + spelled : spelled;
            case "XI-ROR" -> spelled.toLowerCase(Locale.ROOT);
            default -> spelled;
        };
    }

    private String laidOut(String bare) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int length : layout) {
            parts.add(bare.substring(from, from + length));
            from += length;
        }
        return String.join("-", parts);
    }

    /** Some lists are known by the addresses that lead to their entries. */
    private String withoutAddress(String value) {
        return code.equals("XI-ROR") || code.equals("XI-WIKIDATA")
                ? value.replaceFirst("(?i)^(https?://)?[a-z.]+/(wiki/)?", "")
                : value;
    }

    /** People also write the list's code before the value, as the International Aid Transparency Initiative does. */
    private String withoutListCode(String value) {
        String prefix = code + "-";
        return value.regionMatches(true, 0, prefix, 0, prefix.length()) && value.length() > prefix.length()
                ? value.substring(prefix.length())
                : value;
    }

    private static String without(String signs, String value) {
        StringBuilder bare = new StringBuilder();
        value.codePoints()
                .map(sign -> isDash(sign) ? '-' : sign)
                .filter(sign -> signs.indexOf(sign) < 0)
                .forEach(bare::appendCodePoint);
        return bare.toString();
    }

    private static boolean isDash(int sign) {
        return Character.getType(sign) == Character.DASH_PUNCTUATION || sign == '\u2212';
    }

    /** Without the signs that may not stand in published identifiers [IATI 2.03, identifier ruleset]. */
    private static boolean isPlain(String value) {
        return PLAIN.matcher(value).matches();
    }

    private void check(Problems problems, String field, String value) {
        if (!isPlain(value)) {
            problems.add(field, "notAnIdentifier");
        } else if (form != null && !form.matcher(value).matches()) {
            problems.add(field, "identifierHasAnotherForm", code, name);
        } else if (check != null && !check.test(value)) {
            problems.add(field, "identifierCheckDigit", value, code);
        }
    }

    /** Whether a value that stands in the register is as its list has it. */
    static boolean fits(PartnerIdentifier identifier) {
        Problems problems = new Problems();
        PartnerIdentifier typed =
                typed(problems, "", new PartnerData.Identifier(identifier.listCode(), identifier.value()));
        return !problems.any() && typed.equals(identifier);
    }
}
