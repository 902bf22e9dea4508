package org.kizuna.ledger;

import com.ibm.icu.util.Currency;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.kizuna.agreement.Agreement;
import org.kizuna.contribution.Contribution;
import org.kizuna.shared.Money;
import org.kizuna.shared.Problems;

/**
 * The ledger of one contribution for whoever enters something in it: held until the transaction ends, so that two who
 * enter at once do not both find the same room. That is right under READ COMMITTED alone, as the datasource sets it:
 * what is read after the lock has been committed by whoever held it.
 */
final class ContributionLedger {

    private final EntityManager entities;
    private final Contribution contribution;
    private final LedgerBalance balance;

    private ContributionLedger(EntityManager entities, Contribution contribution, LedgerBalance balance) {
        this.entities = entities;
        this.contribution = contribution;
        this.balance = balance;
    }

    static ContributionLedger held(EntityManager entities, Contribution contribution) {
        entities.lock(contribution, LockModeType.PESSIMISTIC_WRITE);
        return new ContributionLedger(entities, contribution, balance(entities, contribution));
    }

    private static LedgerBalance balance(EntityManager entities, Contribution contribution) {
        LedgerBalance balance = LedgerBalance.nothing(contribution.currency());
        List<?> sums = entities.createNativeQuery(
                        "SELECT e.measure, CASE WHEN u.entry_id IS NULL THEN 1 ELSE 0 END AS settled,"
                                + " SUM(e.exact_amount) FROM ledger_entry e LEFT JOIN ledger_unsettled u ON u.entry_id = e.id"
                                + " WHERE e.contribution_id = :of GROUP BY e.measure, settled")
                .setParameter("of", contribution.id())
                .getResultList();
        for (Object sum : sums) {
            Object[] row = (Object[]) sum;
            balance = balance.with(
                    Measure.valueOf((String) row[0]), ((Number) row[1]).intValue() == 1, (BigDecimal) row[2]);
        }
        return balance;
    }

    LedgerBalance balance() {
        return balance;
    }

    /** What is entered anew: its limits, the agreement it needs, and what about it is asked about. */
    void requireRoomFor(EntryKind kind, BigDecimal signed, Problems asked) {
        Measure measure = Objects.requireNonNull(kind.measure());
        if (measure == Measure.COMMITTED) {
            requireAgreement(signed);
        } else if (kind == EntryKind.PLEDGE) {
            contribution.donor().requireNotBlocked("kind");
        }
        LedgerLimits.check(balance, measure, !kind.needsConfirmation(), signed);
        LedgerLimits.ask(asked, balance, measure, signed);
    }

    /** What a reversal takes away, or gives back, is held to the same. */
    void requireRoomForReversal(LedgerEntry mistaken, boolean confirmed, Problems asked) {
        BigDecimal signed = mistaken.exactAmount().negate();
        Agreement agreement = contribution.agreement();
        if (mistaken.measure() == Measure.COMMITTED && agreement != null && signed.signum() > 0) {
            requireRoomUnder(agreement, signed);
        }
        LedgerLimits.check(balance, mistaken.measure(), confirmed, signed);
        LedgerLimits.ask(asked, balance, mistaken.measure(), signed);
    }

    /** Only a binding financial agreement that the donor signed carries commitments, and no more than its ceiling. */
    private void requireAgreement(BigDecimal signed) {
        Agreement agreement = contribution.agreement();
        boolean upwards = signed.signum() > 0;
        if (agreement == null || !agreement.isBindingAndFinancial()) {
            throw new NoBindingAgreement();
        }
        if (!LedgerLimits.takesCommitments(agreement.status(), upwards)) {
            if (LedgerLimits.takesCommitments(agreement.status(), false)) {
                throw new AgreementHasEnded(agreement.status());
            }
            throw new NoBindingAgreement();
        }
        if (upwards) {
            contribution.donor().requireNotBlocked("kind");
            if (!agreement.binds(contribution.donor())) {
                throw new DonorIsNoParty(contribution.donor().legalName());
            }
            requireRoomUnder(agreement, signed);
        }
    }

    private void requireRoomUnder(Agreement agreement, BigDecimal signed) {
        // two who commit at once must not both find room under the ceiling
        entities.lock(agreement, LockModeType.PESSIMISTIC_WRITE);
        Currency currency = Objects.requireNonNullElse(agreement.currency(), contribution.currency());
        if (!currency.equals(contribution.currency())) {
            throw new CommitmentInOtherCurrency(currency.getCurrencyCode());
        }
        BigDecimal ceiling = agreement.ceiling();
        if (ceiling != null) {
            BigDecimal committed = entities.createQuery(
                            "select coalesce(sum(e.exactAmount), 0) from LedgerEntry e where e.measure = :measure and"
                                    + " e.contribution.agreement = :of",
                            BigDecimal.class)
                    .setParameter("of", agreement)
                    .setParameter("measure", Measure.COMMITTED)
                    .getSingleResult();
            if (committed.add(signed).compareTo(ceiling) > 0) {
                throw new CeilingExceeded(new Money(ceiling, currency), Money.rounded(committed, currency));
            }
        }
    }
}
