package org.kizuna.lifecycle;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The steps that a record's state leads to.
 *
 * @param status name of its state
 */
public record PossibleSteps(String status, long version, List<PossibleStep> steps) {

    /** The same, with one of them changed where it is there. */
    public PossibleSteps with(String name, UnaryOperator<PossibleStep> change) {
        return new PossibleSteps(
                status,
                version,
                steps.stream()
                        .map(step -> step.name().equals(name) ? change.apply(step) : step)
                        .toList());
    }
}
