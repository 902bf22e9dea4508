package org.kizuna.shared.rest;

import org.kizuna.shared.BusinessRuleViolation;

/** A save must say which version was read. */
public final class VersionMissing extends BusinessRuleViolation {

    VersionMissing() {
        super("If-Match");
    }
}
