package org.kizuna.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kizuna.shared.BusinessRuleViolation;

/**
 * A step that a record's state leads to.
 *
 * @param name as an address names it
 * @param to name of the state it leads to
 * @param roles any one of them may take it
 * @param asks what must be given with it
 * @param missing what stands against it now
 */
public record PossibleStep(
        String name, String to, Set<String> roles, Set<Asked> asks, List<BusinessRuleViolation> missing) {

    static PossibleStep of(Step<?, ?> step, List<BusinessRuleViolation> missing) {
        return new PossibleStep(step.name(), step.to().name(), step.roles(), step.asks(), missing);
    }

    /** The same, with something else against it. */
    public PossibleStep butFor(BusinessRuleViolation violation) {
        List<BusinessRuleViolation> more = new ArrayList<>(missing);
        more.add(violation);
        return new PossibleStep(name, to, roles, asks, more);
    }
}
