package org.kizuna.contribution;

import java.util.Currency;
import org.kizuna.shared.Money;

/** What was pledged, committed and received: three figures that stand beside each other and are never added. */
public record Totals(Money pledged, Money committed, Money received) {

    public static Totals zero(Currency currency) {
        Money nothing = Money.rounded(java.math.BigDecimal.ZERO, currency);
        return new Totals(nothing, nothing, nothing);
    }
}
