package org.kizuna.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.kizuna.lifecycle.StepTaken;
import org.kizuna.lifecycle.StepsFromJournal;

/** Tells the steps of those that were recorded before steps were kept. */
@ApplicationScoped
class AgreementStepsFromJournal extends StepsFromJournal<AgreementStatus> {

    AgreementStepsFromJournal() {
        super(
                Agreement.class,
                AgreementStatus.class,
                AgreementLifecycle.STEPS,
                List.of("clearedOn", "signedOn", "inForceOn", "actualEndOn"));
    }

    @Override
    public String migration() {
        return "V26";
    }

    @Override
    protected void tell(EntityManager entities, long id, List<StepTaken> steps) {
        entities.find(Agreement.class, id).tell(steps);
    }
}
