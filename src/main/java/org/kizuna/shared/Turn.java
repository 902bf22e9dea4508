package org.kizuna.shared;

import jakarta.persistence.EntityManager;

/**
 * What only one transaction at a time may change because the rule spans rows that no key joins: whoever takes the turn
 * waits for those before, and reads afterwards what they left.
 */
public enum Turn {
    ACCOUNT_PERSON("account.person"),
    AGREEMENT_PARENT("agreement.parent"),
    PARTNER_PARENT("partner.parent");

    private final String row;

    Turn(String row) {
        this.row = row;
    }

    /** Holds the turn until the current transaction ends. */
    public void take(EntityManager entities) {
        entities.createNativeQuery("SELECT name FROM turn WHERE name = :name FOR UPDATE", String.class)
                .setParameter("name", row)
                .getSingleResult();
    }
}
