package org.kizuna.shared.table;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What leaves for a spreadsheet. A program that opens the file must not take a text for a formula, so a text that
 * begins like one gets an apostrophe in front; numbers stay numbers.
 */
public final class Cells {

    /** Signs that formulas begin with, wide ones included. */
    private static final String FORMULA = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+([.,]\\d+)*");

    private Cells() {}

    public static String safe(@Nullable String text) {
        if (text == null) {
            return "";
        }
        boolean formula = !text.isEmpty()
                && FORMULA.indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
        return formula ? "'" + text : text;
    }
}
