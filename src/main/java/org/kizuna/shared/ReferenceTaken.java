package org.kizuna.shared;

/** Another record of the kind has this reference. */
public final class ReferenceTaken extends BusinessRuleViolation {

    public ReferenceTaken(Reference reference) {
        super("reference", reference.value());
    }
}
