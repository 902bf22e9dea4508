package org.kizuna.ledger;

/** The three columns money stands in. They are never added together. */
public enum Measure {
    PLEDGED,
    COMMITTED,
    RECEIVED
}
