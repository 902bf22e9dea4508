package org.kizuna.agreement;

/** What a party is in an agreement; ours is the administrator's. */
public enum PartyRole {
    DONOR,
    ADMINISTRATOR,
    IMPLEMENTING,
    HOST,
    KNOWLEDGE,
    FINANCING,
    CO_SIGNATORY
}
