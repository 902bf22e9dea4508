package org.kizuna.security;

import org.kizuna.shared.BusinessRuleViolation;

/** An administrator can't take the own account's rights away; another administrator can. */
public final class OwnAccountKeepsItsRights extends BusinessRuleViolation {

    OwnAccountKeepsItsRights() {
        super("roles");
    }
}
