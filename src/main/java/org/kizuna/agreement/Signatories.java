package org.kizuna.agreement;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.kizuna.shared.NamedPersons;

/** Those who sign agreements. */
@Dependent
class Signatories implements NamedPersons {

    @PersistenceContext
    private EntityManager entities;

    @Override
    public String kind() {
        return Agreement.class.getSimpleName();
    }

    @Override
    public void forget(long id, String person) {
        Agreement record = entities.find(Agreement.class, id);
        if (record != null) {
            record.forgetSignatory(person);
        }
    }
}
