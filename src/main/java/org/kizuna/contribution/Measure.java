package org.kizuna.contribution;

/** The three columns money stands in. They are never added together. */
public enum Measure {
    PLEDGED,
    COMMITTED,
    RECEIVED
}
