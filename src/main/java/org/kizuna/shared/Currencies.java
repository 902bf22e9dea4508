package org.kizuna.shared;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The currencies money can be in [ISO 4217]. */
public final class Currencies {

    private Currencies() {}

    public static Optional<Currency> find(@Nullable String code) {
        String clean = Problems.clean(code);
        if (clean == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Currency.getInstance(clean.toUpperCase(Locale.ROOT)))
                    .filter(currency -> currency.getDefaultFractionDigits() >= 0);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The currency typed, or null with a problem noted; null without one when nothing was typed. */
    public static @Nullable Currency typed(Problems problems, String field, @Nullable String code) {
        Optional<Currency> found = find(code);
        if (found.isEmpty() && Problems.clean(code) != null) {
            problems.add(field, "notACurrency", String.valueOf(Problems.clean(code)));
        }
        return found.orElse(null);
    }

    /** Codes of those some country uses, in alphabetical order. */
    public static List<String> codes() {
        Set<String> codes = new TreeSet<>();
        for (String country : Locale.getISOCountries()) {
            Currency currency =
                    Currency.getInstance(new Locale.Builder().setRegion(country).build());
            if (currency != null && currency.getDefaultFractionDigits() >= 0) {
                codes.add(currency.getCurrencyCode());
            }
        }
        return List.copyOf(codes);
    }
}
