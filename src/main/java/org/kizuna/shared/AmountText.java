package org.kizuna.shared;

import com.ibm.icu.util.Currency;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An amount as somebody wrote it. It is read where it can be read in one way only: one point or comma before the last
 * three digits stands for thousands in Vienna and for decimals in London, and nobody can tell which.
 */
public final class AmountText {

    private static final Pattern AMBIGUOUS = Pattern.compile("-?[\\d ]*\\d[.,]\\d{3}");
    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");
    private static final Pattern POINT = Pattern.compile("-?\\d{1,3}(?<group>[, ])\\d{3}(\\k<group>\\d{3})*(\\.\\d+)?");
    private static final Pattern COMMA = Pattern.compile("-?\\d{1,3}(?<group>[. ])\\d{3}(\\k<group>\\d{3})*(,\\d+)?");
    private static final Pattern PLAIN_COMMA = Pattern.compile("-?\\d{1,30},\\d{1,30}");
    private static final int THREE = 3;

    /** Which sign stands before the decimals of a file's figures. */
    public enum Style {
        /** 1,234.50 */
        POINT,
        /** 1.234,50 */
        COMMA
    }

    private final String written;
    private final String plain;

    private AmountText(String written) {
        this.written = written;
        this.plain = plain(written);
    }

    public static AmountText of(String written) {
        return new AmountText(written);
    }

    /** ASCII digits, one blank for any sign that only sets thousands apart, a hyphen for any minus. */
    private static String plain(String written) {
        StringBuilder plain = new StringBuilder();
        String line = Text.line(written);
        (line == null ? "" : line).codePoints().forEach(sign -> {
            if (Character.isDigit(sign)) {
                plain.append(Character.digit(sign, 10));
            } else {
                plain.appendCodePoint(sign(sign));
            }
        });
        return plain.indexOf("+") == 0 ? plain.substring(1) : plain.toString();
    }

    private static int sign(int written) {
        return switch (written) {
            case '\u2212', '\u2010', '\u2011', '\u2013', '\uff0d' -> '-';
            case '\'', '\u2019' -> ' ';
            case '\uff0c' -> ',';
            case '\uff0e' -> '.';
            case '\uff0b' -> '+';
            default -> written;
        };
    }

    /**
     * Whether it can be read in two ways.
     *
     * @param currency null where it is not known
     */
    public boolean isAmbiguous(Locale reader, @Nullable Currency currency) {
        if (!AMBIGUOUS.matcher(plain).matches()) {
            return false;
        }
        char sign = plain.charAt(plain.length() - THREE - 1);
        if (currency != null && Money.scale(currency) == THREE && sign == decimalSign(reader)) {
            return false;
        }
        return !isAsThePagePrintsIt(reader, currency);
    }

    /** A page prints amounts of a currency without decimals with separators of thousands alone. */
    private boolean isAsThePagePrintsIt(Locale reader, @Nullable Currency currency) {
        BigDecimal thousands = thousands();
        return currency != null
                && thousands != null
                && Money.scale(currency) == 0
                && plain(Formats.decimal(reader, thousands)).equals(plain);
    }

    /** The amount, where it can be read in one way only, by the signs of the reader, of our pages or of our files. */
    public Optional<BigDecimal> read(Locale reader, @Nullable Currency currency) {
        if (isAmbiguous(reader, currency)) {
            return Optional.empty();
        }
        boolean comma = decimalSign(reader) == ',';
        BigDecimal byReader = comma ? byComma() : byPoint();
        if (byReader != null) {
            return Optional.of(byReader);
        }
        if (PLAIN.matcher(plain).matches()) {
            return Optional.of(new BigDecimal(plain));
        }
        return Optional.ofNullable(comma ? byPoint() : byComma()).filter(amount -> isPrinted(amount, currency));
    }

    /** As one of our pages prints it to somebody who reads another language. */
    private boolean isPrinted(BigDecimal amount, @Nullable Currency currency) {
        return currency != null
                && Money.fits(amount, currency)
                && Words.LANGUAGES.stream()
                        .anyMatch(language -> plain(Formats.amount(language, new Money(amount, currency)))
                                .equals(plain));
    }

    /**
     * A file's figure.
     *
     * @param style of the file, null where it has not been said: then what only one style has is read
     */
    public Optional<BigDecimal> readInFile(@Nullable Style style) {
        if (style == null) {
            return AMBIGUOUS.matcher(plain).matches()
                    ? Optional.empty()
                    : Optional.ofNullable(byPoint()).or(() -> Optional.ofNullable(byComma()));
        }
        return Optional.ofNullable(style == Style.POINT ? byPoint() : byComma());
    }

    /** The style whose signs it has, where only one has them. */
    public Optional<Style> style() {
        boolean point = byPoint() != null;
        boolean comma = byComma() != null;
        return point == comma ? Optional.empty() : Optional.of(point ? Style.POINT : Style.COMMA);
    }

    /** Whether a file's figure can be read in two ways. */
    public boolean isAmbiguousInFile() {
        return AMBIGUOUS.matcher(plain).matches();
    }

    private @Nullable BigDecimal byPoint() {
        if (POINT.matcher(plain).matches()) {
            return new BigDecimal(plain.replace(",", "").replace(" ", ""));
        }
        return PLAIN.matcher(plain).matches() ? new BigDecimal(plain) : null;
    }

    private @Nullable BigDecimal byComma() {
        if (COMMA.matcher(plain).matches()) {
            return new BigDecimal(plain.replace(".", "").replace(" ", "").replace(',', '.'));
        }
        if (PLAIN_COMMA.matcher(plain).matches()) {
            return new BigDecimal(plain.replace(',', '.'));
        }
        return PLAIN.matcher(plain).matches() && plain.indexOf('.') < 0 ? new BigDecimal(plain) : null;
    }

    /** Its two readings, each written so that it has no other: as thousands and as decimals. */
    public List<String> readings(Locale reader, @Nullable Currency currency) {
        BigDecimal decimals = new BigDecimal(plain.replace(" ", "").replace(',', '.')).stripTrailingZeros();
        int scale =
                currency == null ? Math.max(2, decimals.scale()) : Math.max(Money.scale(currency), decimals.scale());
        String small = decimals.setScale(Math.max(0, scale)).toPlainString().replace('.', decimalSign(reader));
        String large = String.valueOf(new BigDecimal(plain.replaceAll("[ .,]", "")).toPlainString());
        return List.of(large, small);
    }

    private @Nullable BigDecimal thousands() {
        return POINT.matcher(plain).matches() || COMMA.matcher(plain).matches()
                ? new BigDecimal(plain.replaceAll("[ .,]", ""))
                : null;
    }

    private static char decimalSign(Locale reader) {
        return DecimalFormatSymbols.getInstance(reader).getDecimalSeparator();
    }

    @Override
    public String toString() {
        return written;
    }
}
