package org.kizuna.contribution;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;
import org.kizuna.agreement.Agreement;
import org.kizuna.shared.Money;

/** How far a contribution's entries may go, whoever else is posting at the same moment. */
final class LedgerLimits {

    private final EntityManager entities;
    private final Contribution contribution;

    LedgerLimits(EntityManager entities, Contribution contribution) {
        this.entities = entities;
        this.contribution = contribution;
    }

    /** No more can be withdrawn than is pledged. */
    void requirePledged(BigDecimal signed) {
        if (signed.signum() < 0) {
            // two who withdraw at once must not both find the same pledge
            entities.lock(contribution, LockModeType.PESSIMISTIC_WRITE);
            BigDecimal pledged = sum("e.contribution = :of", contribution, Measure.PLEDGED);
            if (pledged.add(signed).signum() < 0) {
                throw new MoreWithdrawnThanPledged(new Money(pledged, contribution.currency()));
            }
        }
    }

    /** Only a binding financial agreement that the donor signed carries commitments, and no more than its ceiling. */
    void requireCommittable(BigDecimal signed) {
        Agreement agreement = contribution.agreement();
        if (agreement == null || !agreement.carriesCommitments()) {
            throw new NoBindingAgreement();
        }
        if (!agreement.binds(contribution.donor())) {
            throw new DonorIsNoParty(contribution.donor().legalName());
        }
        requireRoom(agreement, signed);
    }

    /** What an entry's reversal would do must be allowed as if it were entered. */
    void requireReversible(LedgerEntry mistaken) {
        BigDecimal signed = mistaken.amount().amount().negate();
        Agreement agreement = contribution.agreement();
        if (mistaken.measure() == Measure.PLEDGED) {
            requirePledged(signed);
        } else if (mistaken.measure() == Measure.COMMITTED && agreement != null) {
            requireRoom(agreement, signed);
        }
    }

    boolean isCommitted() {
        return sum("e.contribution = :of", contribution, Measure.COMMITTED).signum() != 0;
    }

    private void requireRoom(Agreement agreement, BigDecimal signed) {
        // two who commit at once must not both find room under the ceiling
        entities.lock(agreement, LockModeType.PESSIMISTIC_WRITE);
        Currency currency = Objects.requireNonNullElse(agreement.currency(), contribution.currency());
        if (!currency.equals(contribution.currency())) {
            throw new CommitmentInOtherCurrency(currency.getCurrencyCode());
        }
        BigDecimal ceiling = agreement.ceiling();
        if (ceiling != null && signed.signum() > 0) {
            BigDecimal committed = sum("e.contribution.agreement = :of", agreement, Measure.COMMITTED);
            if (committed.add(signed).compareTo(ceiling) > 0) {
                throw new CeilingExceeded(new Money(ceiling, currency), new Money(committed, currency));
            }
        }
    }

    private BigDecimal sum(String condition, Object of, Measure measure) {
        return entities.createQuery(
                        "select coalesce(sum(e.amount), 0) from LedgerEntry e where e.measure = :measure and "
                                + condition,
                        BigDecimal.class)
                .setParameter("of", of)
                .setParameter("measure", measure)
                .getSingleResult();
    }
}
