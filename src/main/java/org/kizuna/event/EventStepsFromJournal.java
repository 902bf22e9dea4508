package org.kizuna.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.kizuna.lifecycle.StepTaken;
import org.kizuna.lifecycle.StepsFromJournal;

/** Tells the steps of those that were recorded before steps were kept. */
@ApplicationScoped
class EventStepsFromJournal extends StepsFromJournal<EventStatus> {

    EventStepsFromJournal() {
        super(IsidEvent.class, EventStatus.class, EventLifecycle.STEPS, List.of());
    }

    @Override
    public String migration() {
        return "V28";
    }

    @Override
    protected void tell(EntityManager entities, long id, List<StepTaken> steps) {
        entities.find(IsidEvent.class, id).tell(steps);
    }
}
