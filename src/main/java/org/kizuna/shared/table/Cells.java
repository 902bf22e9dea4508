package org.kizuna.shared.table;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What leaves for a spreadsheet. A program that opens the file must not take a text for a formula, so a text that
 * begins like one gets an apostrophe in front; numbers stay numbers.
 */
public final class Cells {

    private static final Pattern FORMULA =
            Pattern.compile("^[=+\\-@\\t\\r\\uFF1D\\uFF0B\\uFF0D\\uFF20].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+([.,]\\d+)*");

    private Cells() {}

    public static String safe(@Nullable String text) {
        if (text == null) {
            return "";
        }
        boolean formula =
                FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches();
        return formula ? "'" + text : text;
    }
}
