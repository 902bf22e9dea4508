package org.kizuna.shared;

/** Takes a person out of the records of one kind as they are now. What the journal keeps of it is not its business. */
public interface NamedPersons {

    /** In place of a name, where there must be one. */
    String NOBODY = "—";

    /** Name of the entity whose records name persons. */
    String kind();

    /**
     * @param person as the record names them; it may no longer do so
     * @throws BusinessRuleViolation when the person is still needed there
     */
    void forget(long id, String person);
}
