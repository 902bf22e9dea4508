package org.kizuna.testing;

import java.util.List;
import java.util.concurrent.Callable;
import org.kizuna.shared.InvalidInput;

/** What a register found wrong with an input. */
public final class Refusals {

    private Refusals() {}

    /** Every field with the key of its sentence, as {@code parties: twoPartiesAtLeast}. */
    public static List<String> of(Callable<?> work) throws Exception {
        Object done;
        try {
            done = work.call();
        } catch (InvalidInput refused) {
            return refused.problems().stream()
                    .map(problem -> problem.field() + ": " + problem.key())
                    .toList();
        }
        throw new AssertionError("Nothing was refused: " + done);
    }
}
