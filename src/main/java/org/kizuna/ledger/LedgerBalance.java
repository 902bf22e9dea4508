package org.kizuna.ledger;

import com.ibm.icu.util.Currency;
import java.math.BigDecimal;
import org.kizuna.shared.Money;

/**
 * What stands in the ledger of one contribution, in its currency, not rounded.
 *
 * @param received what the treasurer has confirmed, less what was paid back
 * @param unconfirmed what arrived and nobody has confirmed yet
 * @param everCommitted whether there is an entry of a commitment, though it be written off or taken back
 */
record LedgerBalance(
        Currency currency,
        BigDecimal pledged,
        BigDecimal committed,
        BigDecimal received,
        BigDecimal unconfirmed,
        boolean everCommitted) {

    static LedgerBalance nothing(Currency currency) {
        return new LedgerBalance(currency, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, false);
    }

    /** With an amount more, or less, in one of its columns. */
    LedgerBalance with(Measure measure, boolean confirmed, BigDecimal signed) {
        return switch (measure) {
            case PLEDGED ->
                new LedgerBalance(currency, pledged.add(signed), committed, received, unconfirmed, everCommitted);
            case COMMITTED -> new LedgerBalance(currency, pledged, committed.add(signed), received, unconfirmed, true);
            case RECEIVED ->
                confirmed
                        ? new LedgerBalance(
                                currency, pledged, committed, received.add(signed), unconfirmed, everCommitted)
                        : new LedgerBalance(
                                currency, pledged, committed, received, unconfirmed.add(signed), everCommitted);
        };
    }

    /** What arrived, confirmed or not. */
    BigDecimal arrived() {
        return received.add(unconfirmed);
    }

    /** What of the commitments is still outstanding; less than nothing where more arrived than was committed. */
    BigDecimal open() {
        return committed.subtract(arrived());
    }

    Money money(BigDecimal figure) {
        return Money.rounded(figure, currency);
    }

    /** Whether a figure is below nothing by the currency's smallest coin; statements give parts of a coin. */
    boolean isBelowNothing(BigDecimal figure) {
        return money(figure).amount().signum() < 0;
    }
}
