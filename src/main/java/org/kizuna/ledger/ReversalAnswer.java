package org.kizuna.ledger;

/** What became of somebody's asking to take an entry back. */
public enum ReversalAnswer {
    OPEN,
    CONFIRMED,
    DECLINED
}
