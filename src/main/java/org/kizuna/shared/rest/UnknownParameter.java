package org.kizuna.shared.rest;

import java.util.Set;
import java.util.TreeSet;
import org.kizuna.shared.BusinessRuleViolation;

/** A query parameter that the operation does not have. */
public final class UnknownParameter extends BusinessRuleViolation {

    UnknownParameter(String name, Set<String> known) {
        super(name, name, String.join(", ", new TreeSet<>(known)));
    }
}
