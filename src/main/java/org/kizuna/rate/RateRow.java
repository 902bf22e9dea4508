package org.kizuna.rate;

import com.ibm.icu.util.Currency;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One rate of exchange in a list.
 *
 * @param perUsd units of the currency for one US dollar
 */
public record RateRow(Currency currency, LocalDate effectiveOn, BigDecimal perUsd, String source) {}
