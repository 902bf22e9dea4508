package org.kizuna.partner;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.kizuna.shared.NamedPersons;

/** Those to speak to at partners. */
@Dependent
class Contacts implements NamedPersons {

    @PersistenceContext
    private EntityManager entities;

    @Override
    public String kind() {
        return Partner.class.getSimpleName();
    }

    @Override
    public void forget(long id, String person) {
        Partner record = entities.find(Partner.class, id);
        if (record != null) {
            record.forgetContact(person);
        }
    }
}
