package org.kizuna.ledger;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.kizuna.contribution.Commitments;
import org.kizuna.contribution.Contribution;

/** The ledger as it is asked about by whoever changes a contribution. */
@Dependent
class CommitmentsInLedger implements Commitments {

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    CommitmentsInLedger() {}

    @Override
    public boolean existUnder(Contribution contribution) {
        return ContributionLedger.held(entities, contribution)
                        .balance()
                        .committed()
                        .signum()
                != 0;
    }
}
