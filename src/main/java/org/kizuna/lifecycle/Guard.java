package org.kizuna.lifecycle;

import java.time.Instant;
import org.kizuna.shared.Problems;

/** What must hold of a record before a step is taken. It can be asked without taking the step. */
@FunctionalInterface
public interface Guard<R> {

    /**
     * Notes what is missing.
     *
     * @throws org.kizuna.shared.BusinessRuleViolation when a rule that is no field's stands against the step
     */
    void check(R record, Problems problems, Instant now);
}
