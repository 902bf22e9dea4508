package org.kizuna.event;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.kizuna.shared.NamedPersons;

/** Those who spoke at events. */
@Dependent
class Speakers implements NamedPersons {

    @PersistenceContext
    private EntityManager entities;

    @Override
    public String kind() {
        return IsidEvent.class.getSimpleName();
    }

    @Override
    public void forget(long id, String person) {
        IsidEvent record = entities.find(IsidEvent.class, id);
        if (record != null) {
            record.forgetSpeaker(person);
        }
    }
}
