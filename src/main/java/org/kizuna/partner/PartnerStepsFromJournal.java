package org.kizuna.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.kizuna.lifecycle.StepTaken;
import org.kizuna.lifecycle.StepsFromJournal;

/** Tells the steps of those that were recorded before steps were kept. */
@ApplicationScoped
class PartnerStepsFromJournal extends StepsFromJournal<PartnerStatus> {

    PartnerStepsFromJournal() {
        super(Partner.class, PartnerStatus.class, PartnerLifecycle.STEPS, List.of());
    }

    @Override
    public String migration() {
        return "V27";
    }

    @Override
    protected void tell(EntityManager entities, long id, List<StepTaken> steps) {
        entities.find(Partner.class, id).tell(steps);
    }
}
