package org.kizuna.rate;

import com.ibm.icu.util.Currency;
import java.util.Set;

/** Rates of these currencies became known, in the transaction that goes on. */
public record RatesPublished(Set<Currency> currencies) {}
