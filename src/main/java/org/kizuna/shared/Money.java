package org.kizuna.shared;

import com.ibm.icu.util.Currency;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of a currency, at the currency's own minor unit [ISO 4217]: JPY has none, USD two digits, KWD three.
 *
 * @param amount at the currency's scale
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

    /** What the columns hold: 17 digits before the point. */
    public static final int MAXIMUM_INTEGER_DIGITS = 17;

    /** @throws ArithmeticException when the amount is finer than the currency's minor unit */
    public Money {
        amount = amount.setScale(scale(currency), RoundingMode.UNNECESSARY);
    }

    public static Money of(String amount, String currencyCode) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currencyCode));
    }

    /** Rounds half to even, once, at the end of a calculation. */
    public static Money rounded(BigDecimal amount, Currency currency) {
        return new Money(amount.setScale(scale(currency), RoundingMode.HALF_EVEN), currency);
    }

    public static boolean fits(BigDecimal amount, Currency currency) {
        return amount.stripTrailingZeros().scale() <= scale(currency);
    }

    public static int scale(Currency currency) {
        return Currencies.digits(currency);
    }

    public Money negate() {
        return new Money(amount.negate(), currency);
    }

    /** @throws IllegalArgumentException when the currencies differ */
    @Override
    public int compareTo(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Can't compare " + currency + " with " + other.currency);
        }
        return amount.compareTo(other.amount);
    }

    /** The amount as a plain decimal, as REST and exports write it. */
    public String plain() {
        return amount.toPlainString();
    }

    @Override
    public String toString() {
        return currency.getCurrencyCode() + " " + plain();
    }
}
