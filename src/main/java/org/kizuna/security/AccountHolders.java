package org.kizuna.security;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.kizuna.shared.NamedPersons;

/** Those whom accounts belonged to. */
@Dependent
class AccountHolders implements NamedPersons {

    @PersistenceContext
    private EntityManager entities;

    @Override
    public String kind() {
        return Account.class.getSimpleName();
    }

    @Override
    public void forget(long id, String person) {
        Account record = entities.find(Account.class, id);
        if (record != null) {
            record.forgetHolder();
        }
    }
}
