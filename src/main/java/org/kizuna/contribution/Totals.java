package org.kizuna.contribution;

import com.ibm.icu.util.Currency;
import org.kizuna.shared.Money;

/**
 * What was pledged, committed and received: figures that stand beside each other and are never added.
 *
 * @param received what is confirmed, less what was paid back
 * @param unconfirmed what arrived and is not confirmed yet
 */
public record Totals(Money pledged, Money committed, Money received, Money unconfirmed) {

    public static Totals zero(Currency currency) {
        Money nothing = Money.rounded(java.math.BigDecimal.ZERO, currency);
        return new Totals(nothing, nothing, nothing, nothing);
    }
}
