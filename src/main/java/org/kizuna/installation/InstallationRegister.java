package org.kizuna.installation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.kizuna.security.Register;
import org.kizuna.security.Roles;

/** The door through which the installation remembers something about itself. */
@Stateless
@Register
public class InstallationRegister {

    @PersistenceContext
    private EntityManager entities;

    /** Marks the database as holding sample data, whose accounts have passwords everybody knows. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void beginSamples() {
        entities.persist(new Setting("samples", "loading"));
    }

    /** What is not marked so at the next start was interrupted, and is not trusted. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void endSamples() {
        entities.createQuery("select s from Setting s where s.name = 'samples'", Setting.class)
                .getSingleResult()
                .become("loaded");
    }
}
