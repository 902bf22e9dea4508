package org.kizuna.search;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kizuna.shared.Text;

/**
 * A reference as people say it, without its zeros: P-80 for P-000080.
 *
 * @param full the reference as it is kept
 * @param plain whether it can hardly mean anything else
 */
record ShortReference(String full, boolean plain) {

    private static final Pattern FORM = Pattern.compile("(?i)(P|C|E|EV|ES|IM|KZ[- ]?\\d{4})([- ]?)0*(\\d{1,9})");

    private static final int DIGITS = 6;

    static Optional<ShortReference> of(String typed) {
        Matcher said = FORM.matcher(Text.compared(typed).replaceAll("[\\p{Pd}\\u2212]", "-"));
        if (!said.matches()) {
            return Optional.empty();
        }
        String prefix = said.group(1).toUpperCase(Locale.ROOT).replaceFirst("^KZ[- ]?", "KZ-");
        String number = said.group(3);
        String zeros = "0".repeat(Math.max(0, DIGITS - number.length()));
        return Optional.of(
                new ShortReference(prefix + "-" + zeros + number, said.group(2).equals("-")));
    }
}
