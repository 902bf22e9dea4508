package org.kizuna.shared;

/** Nothing has this reference. */
public final class NoSuchRecord extends BusinessRuleViolation {

    /** @param kind name of the entity, as {@code Partner} */
    public NoSuchRecord(String kind, String reference) {
        super("reference", kind, reference);
    }

    /** For a reference that was given in another record's field. */
    public static NoSuchRecord at(String field, String kind, String reference) {
        return new NoSuchRecord(field, kind, reference);
    }

    private NoSuchRecord(String field, String kind, String reference) {
        super(field, kind, reference);
    }
}
