package org.kizuna.shared;

/** Anything the register keeps as a thing of its own, and the journal therefore names. */
public interface JournaledRecord {

    /** Surrogate id; 0 before the record is stored. */
    long id();

    /** What people call it by. */
    String label();
}
