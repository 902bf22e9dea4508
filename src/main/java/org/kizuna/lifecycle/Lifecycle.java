package org.kizuna.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.kizuna.shared.BusinessRuleViolation;
import org.kizuna.shared.Problems;

/**
 * The steps of one kind of record, in the order in which they are usually taken.
 *
 * @param <S> states of the kind of record
 * @param <R> the kind of record
 */
public final class Lifecycle<S extends Enum<S>, R> {

    private final List<Step<S, R>> steps;
    private final BiFunction<S, S, BusinessRuleViolation> refusal;

    /** @param refusal says that one state does not lead to another */
    public Lifecycle(List<Step<S, R>> steps, BiFunction<S, S, BusinessRuleViolation> refusal) {
        this.steps = List.copyOf(steps);
        this.refusal = refusal;
    }

    public List<Step<S, R>> steps() {
        return steps;
    }

    /** Steps that can be taken in a state. */
    public List<Step<S, R>> from(S state) {
        return steps.stream().filter(step -> step.from().contains(state)).toList();
    }

    /** States that a state leads to. */
    public Set<S> next(S state) {
        Set<S> next = new LinkedHashSet<>();
        from(state).forEach(step -> next.add(step.to()));
        return Collections.unmodifiableSet(next);
    }

    public Optional<Step<S, R>> named(String name) {
        return steps.stream().filter(step -> step.name().equals(name)).findFirst();
    }

    public Step<S, R> of(String method) {
        return steps.stream()
                .filter(step -> step.method().equals(method))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(method));
    }

    /**
     * The step, when it can be taken.
     *
     * @throws BusinessRuleViolation when the state does not lead there or a rule stands against it
     * @throws org.kizuna.shared.InvalidInput when something is missing
     */
    public Step<S, R> require(String method, S state, R record, StepData data, Instant now) {
        Step<S, R> step = of(method);
        if (!step.from().contains(state)) {
            throw refusal.apply(state, step.to());
        }
        Problems problems = new Problems();
        if (step.asks().contains(Asked.ON)) {
            problems.required("on", data.day());
        }
        if (step.asks().contains(Asked.REASON)) {
            problems.requiredLines("reason", data.reason(), StepTaken.LONGEST_REASON);
        }
        step.guards().forEach(guard -> guard.check(record, problems, now));
        problems.refuse();
        return step;
    }

    /** Steps that a record's state leads to, and what stands against each. */
    public List<PossibleStep> possible(S state, R record, Instant now) {
        return from(state).stream()
                .map(step -> PossibleStep.of(step, missing(step, record, now)))
                .toList();
    }

    private List<BusinessRuleViolation> missing(Step<S, R> step, R record, Instant now) {
        List<BusinessRuleViolation> missing = new ArrayList<>();
        for (Guard<R> guard : step.guards()) {
            Problems problems = new Problems();
            try {
                guard.check(record, problems, now);
                problems.refuse();
            } catch (BusinessRuleViolation violation) {
                missing.add(violation);
            }
        }
        return missing;
    }
}
