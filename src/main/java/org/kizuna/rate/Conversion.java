package org.kizuna.rate;

import com.ibm.icu.util.Currency;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an amount is worth in US dollars and how that is known; frozen when the entry is posted.
 *
 * @param usd not rounded to cents, or null when no rate is known: then it is not convertible, and never 0
 * @param perUsd units of the currency for one US dollar
 * @param on day the rate took effect
 * @param source who says so
 */
public record Conversion(
        @Nullable BigDecimal usd,
        @Nullable BigDecimal perUsd,
        @Nullable LocalDate on,
        @Nullable String source) {

    public static final Currency USD = Currency.getInstance("USD");

    private static final int USD_SCALE = 10;
    private static final int RATE_SCALE = 14;

    public static Conversion none() {
        return new Conversion(null, null, null, null);
    }

    public static Conversion identity(BigDecimal amount) {
        return new Conversion(amount, null, null, null);
    }

    /** At a rate that was published. */
    public static Conversion at(BigDecimal amount, ExchangeRate rate) {
        BigDecimal usd = amount.divide(rate.perUsd(), USD_SCALE, RoundingMode.HALF_EVEN);
        return new Conversion(usd, rate.perUsd(), rate.effectiveOn(), rate.source());
    }

    /** At the value that the announcement itself gives. */
    public static Conversion asAnnounced(BigDecimal amount, BigDecimal usd, LocalDate on, @Nullable String source) {
        BigDecimal perUsd = usd.signum() == 0
                ? null
                : amount.divide(usd, MathContext.DECIMAL64).setScale(RATE_SCALE, RoundingMode.HALF_EVEN);
        return new Conversion(usd, perUsd, on, source);
    }
}
