package org.kizuna.lifecycle.web;

import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of a page ask, by the name of the step: each has its own, so that an input left empty never takes the
 * place of another's.
 */
public class StepInputs extends HashMap<String, StepInput> {

    @Override
    public StepInput get(@Nullable Object step) {
        return computeIfAbsent(String.valueOf(step), name -> new StepInput());
    }
}
