package org.kizuna.shared;

/** Something outside the records that may name a person, and lets go of it when the person is erased. */
public interface ForgetsPersons {

    /**
     * @param kind of the record that named the person
     * @param id of that record
     * @param person as the record named them
     */
    void forget(String kind, long id, String person);
}
