package org.kizuna.search;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kizuna.feature.Features;
import org.kizuna.shared.Text;

/**
 * A reference as people say it, without its zeros: P-80 for P-000080.
 *
 * @param full the reference as it is kept
 * @param plain whether it can hardly mean anything else
 */
record ShortReference(String full, boolean plain) {

    private static final int DIGITS = 6;

    static Optional<ShortReference> of(String typed) {
        String plain = Text.compared(typed).replaceAll("[\\p{Pd}\\u2212]", "-").toUpperCase(Locale.ROOT);
        return Features.kinds().stream()
                .flatMap(kind -> Stream.ofNullable(kind.numbered()))
                .flatMap(numbered -> of(plain, numbered).stream())
                .findFirst();
    }

    /** @param numbered what references begin with, where # is a digit */
    private static Optional<ShortReference> of(String typed, String numbered) {
        String form = numbered.replace("-", "[- ]?").replace("#", "\\d");
        Matcher said = Pattern.compile("(" + form + ")([- ]?)0*(\\d{1,9})").matcher(typed);
        if (!said.matches()) {
            return Optional.empty();
        }
        String digits = said.group(1).replaceAll("\\D", "");
        String number = said.group(3);
        String zeros = "0".repeat(Math.max(0, DIGITS - number.length()));
        return Optional.of(new ShortReference(
                numbered.replaceFirst("#+", digits) + "-" + zeros + number,
                said.group(2).equals("-")));
    }
}
