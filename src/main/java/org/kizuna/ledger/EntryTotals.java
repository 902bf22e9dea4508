package org.kizuna.ledger;

import com.ibm.icu.util.Currency;
import java.math.BigDecimal;
import org.kizuna.shared.Money;

/**
 * What entries come to in US dollars, not rounded.
 *
 * @param received what is confirmed, less what was paid back
 * @param unconfirmed what arrived and is not confirmed yet
 * @param notConvertible how many no rate is known for; they are in none of the sums
 */
public record EntryTotals(
        BigDecimal pledged, BigDecimal committed, BigDecimal received, BigDecimal unconfirmed, long notConvertible) {

    private static final Currency USD = Currency.getInstance("USD");

    public Money notYetConfirmed() {
        return Money.rounded(unconfirmed, USD);
    }

    public Money of(Measure measure) {
        return Money.rounded(
                switch (measure) {
                    case PLEDGED -> pledged;
                    case COMMITTED -> committed;
                    case RECEIVED -> received;
                },
                USD);
    }
}
