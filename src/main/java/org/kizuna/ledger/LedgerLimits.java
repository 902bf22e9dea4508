package org.kizuna.ledger;

import java.math.BigDecimal;
import org.kizuna.agreement.AgreementStatus;
import org.kizuna.shared.Problems;

/**
 * How far the entries of a contribution may go, by what stands in its ledger before them. Whatever takes away is held to
 * the limit of its column, and a reversal is held to what it takes away, as if it were entered:
 *
 * <pre>
 * entry                             limit afterwards                   where the agreement is
 * PLEDGE                            -                                  any; the donor not blocked
 * PLEDGE_WITHDRAWN, reversed pledge pledged &gt;= 0                       any
 * COMMITMENT, ADJUSTMENT up         ceiling                            signed, not ended; the donor not blocked
 * ADJUSTMENT down                   committed &gt;= arrived               signed, ended and terminated too
 * WRITE_OFF                         committed &gt;= arrived               signed, ended and terminated too
 * reversed commitment or ADJ. up    committed &gt;= arrived               any
 * reversed write-off or ADJ. down   ceiling                            any
 * RECEIPT, IN_KIND                  asked about above committed        any; what is owed may come from a blocked donor
 * REFUND                            received &gt;= 0                      any
 * reversed receipt, confirmed       received &gt;= 0 (refunds stay covered) any
 * reversed receipt, unconfirmed     - (no refund stands on it)         any
 * reversed refund                   asked about above committed        any
 * </pre>
 *
 * <p>Arrived is received and not yet confirmed together: what is on the account is not outstanding any more. Received is
 * confirmed: nobody pays back what the treasurer has not seen.
 */
final class LedgerLimits {

    private LedgerLimits() {}

    /**
     * @param before what stands in the ledger
     * @param confirmed for money: whether it counts as received, as refunds and confirmed receipts do
     * @throws MoreWithdrawnThanPledged when more is withdrawn than pledged
     * @throws LessCommittedThanArrived when a commitment would fall below what has arrived
     * @throws MorePaidBackThanReceived when more is paid back than was received
     */
    static void check(LedgerBalance before, Measure measure, boolean confirmed, BigDecimal signed) {
        if (signed.signum() >= 0) {
            return;
        }
        LedgerBalance after = before.with(measure, confirmed, signed);
        switch (measure) {
            case PLEDGED -> {
                if (after.isBelowNothing(after.pledged())) {
                    throw new MoreWithdrawnThanPledged(before.money(before.pledged()));
                }
            }
            case COMMITTED -> {
                BigDecimal least = after.arrived().max(BigDecimal.ZERO);
                if (after.isBelowNothing(after.committed().subtract(least))) {
                    throw new LessCommittedThanArrived(
                            before.money(before.open().max(BigDecimal.ZERO).min(before.committed())),
                            before.money(before.committed()),
                            before.money(before.arrived()));
                }
            }
            case RECEIVED -> {
                if (confirmed && after.isBelowNothing(after.received())) {
                    throw new MorePaidBackThanReceived(
                            before.money(before.received()), before.money(before.unconfirmed()));
                }
            }
        }
    }

    /** Asks about money above what is committed; where nothing ever was committed there is nothing to be above. */
    static void ask(Problems problems, LedgerBalance before, Measure measure, BigDecimal signed) {
        if (measure == Measure.RECEIVED && signed.signum() > 0 && before.everCommitted()) {
            LedgerBalance after = before.with(measure, false, signed);
            if (after.isBelowNothing(after.open())) {
                problems.ask(
                        "amount",
                        "receiptAboveCommitment",
                        before.money(before.committed()),
                        before.money(after.arrived()));
            }
        }
    }

    /** Whether an agreement in this state takes new commitments; those that only take away go on to its end. */
    static boolean takesCommitments(AgreementStatus status, boolean upwards) {
        return switch (status) {
            case SIGNED, IN_FORCE, SUSPENDED -> true;
            case ENDED, TERMINATED -> !upwards;
            default -> false;
        };
    }
}
