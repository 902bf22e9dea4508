package org.kizuna.agreement;

import org.kizuna.shared.BusinessRuleViolation;
import org.kizuna.shared.Reference;

/** An agreement comes into force after the one it stands under. */
public final class ParentIsNotInForce extends BusinessRuleViolation {

    ParentIsNotInForce(Reference parent) {
        super("parent", parent.value());
    }
}
