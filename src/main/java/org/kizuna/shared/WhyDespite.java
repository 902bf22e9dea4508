package org.kizuna.shared;

/** Whoever says that something unusual is so says why. */
public final class WhyDespite extends BusinessRuleViolation {

    WhyDespite() {
        super("reason");
    }
}
