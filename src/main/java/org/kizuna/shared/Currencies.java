package org.kizuna.shared;

import com.ibm.icu.util.Currency;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The currencies and units of account money can be in [ISO 4217], those that ended included, since old money was in
 * them. The list is {@code data/currencies.csv}.
 */
public final class Currencies {

    private static final Map<String, Life> LIVES = read();

    private Currencies() {}

    private static Map<String, Life> read() {
        Map<String, Life> lives = new HashMap<>();
        for (NamedCsvRecord row : DataFile.rows("currencies.csv")) {
            String ended = row.getField("ended");
            lives.put(
                    row.getField("code"),
                    new Life(
                            Integer.parseInt(row.getField("digits")),
                            ended.isEmpty() ? null : LocalDate.parse(ended),
                            row.getField("successor")));
        }
        return Map.copyOf(lives);
    }

    public static Optional<Currency> find(@Nullable String code) {
        return Optional.ofNullable(Problems.clean(code))
                .map(clean -> clean.toUpperCase(Locale.ROOT))
                .filter(LIVES::containsKey)
                .map(Currency::getInstance);
    }

    /** The currency typed, or null with a problem noted; null without one when nothing was typed. */
    public static @Nullable Currency typed(Problems problems, String field, @Nullable String code) {
        Optional<Currency> found = find(code);
        if (found.isEmpty() && Problems.clean(code) != null) {
            problems.add(field, "notACurrency", String.valueOf(Problems.clean(code)));
        }
        return found.orElse(null);
    }

    /** Notes a problem when the currency had ended on the day, and names what took its place. */
    public static void requireAlive(
            Problems problems, String field, @Nullable Currency currency, @Nullable LocalDate day) {
        if (currency == null || day == null || isAlive(currency, day)) {
            return;
        }
        Life life = LIVES.get(currency.getCurrencyCode());
        if (life != null && life.ended() != null) {
            problems.add(field, "currencyEnded", currency.getCurrencyCode(), life.ended(), successor(life, day));
        }
    }

    public static boolean isAlive(Currency currency, LocalDate day) {
        Life life = LIVES.get(currency.getCurrencyCode());
        return life == null || life.ended() == null || !day.isAfter(life.ended());
    }

    /** The first that follows and had not ended on the day. */
    private static String successor(Life ended, LocalDate day) {
        String code = ended.successor();
        for (Life life = LIVES.get(code);
                life != null && life.ended() != null && day.isAfter(life.ended());
                life = LIVES.get(code)) {
            code = life.successor();
        }
        return code;
    }

    /** Digits after the point of an amount in it. */
    static int digits(Currency currency) {
        Life life = LIVES.get(currency.getCurrencyCode());
        return life == null ? Math.max(0, currency.getDefaultFractionDigits()) : life.digits();
    }

    /** Codes of those that have not ended on the day, in alphabetical order, and then of those that have. */
    public static List<String> codes(LocalDate day) {
        return LIVES.keySet().stream()
                .sorted(Comparator.comparing((String code) -> !isAlive(Currency.getInstance(code), day))
                        .thenComparing(code -> code))
                .toList();
    }

    private record Life(int digits, @Nullable LocalDate ended, String successor) {}
}
