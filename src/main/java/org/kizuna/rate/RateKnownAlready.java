package org.kizuna.rate;

import org.kizuna.shared.BusinessRuleViolation;

/** There is a rate of this currency for this day. */
public final class RateKnownAlready extends BusinessRuleViolation {

    RateKnownAlready() {
        super("effectiveOn");
    }
}
