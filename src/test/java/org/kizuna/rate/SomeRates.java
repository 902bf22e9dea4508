package org.kizuna.rate;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Exchange rates for tests of other rooms, as the register would make them. */
public final class SomeRates {

    private SomeRates() {}

    /** @param perUsd units of the currency for one US dollar */
    public static ExchangeRate of(String currency, LocalDate effectiveOn, BigDecimal perUsd) {
        return new ExchangeRate(currency, effectiveOn, perUsd, "Some");
    }
}
