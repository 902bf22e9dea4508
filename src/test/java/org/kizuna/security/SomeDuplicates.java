package org.kizuna.security;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;

/** A door that knows of no unique index: nobody says in the user's terms what the database refuses. */
@Stateless
@Register
public class SomeDuplicates {

    @PersistenceContext
    private EntityManager entities;

    /** Is refused while it is written. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void write(AccountData data) {
        entities.persist(new Account(data, "", Instant.EPOCH));
        entities.flush();
    }

    /** Is refused when the transaction is committed. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void commit(AccountData data) {
        entities.persist(new Account(data, "", Instant.EPOCH));
    }
}
