package org.kizuna.lifecycle.rest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kizuna.lifecycle.Asked;
import org.kizuna.lifecycle.PossibleStep;
import org.kizuna.lifecycle.PossibleSteps;
import org.kizuna.shared.BusinessRuleViolation;
import org.kizuna.shared.InvalidInput;
import org.kizuna.shared.Words;

/**
 * The steps that a record's state leads to.
 *
 * @param status where the record stands
 * @param version to be sent with {@code If-Match}
 * @param next always null: there are never more
 */
public record StepsJson(
        String status,
        long version,
        List<Item> items,
        @Nullable String next) {

    public static StepsJson of(PossibleSteps possible, Predicate<String> hasRole, Locale language) {
        return new StepsJson(
                possible.status(),
                possible.version(),
                possible.steps().stream()
                        .map(step -> Item.of(step, hasRole, language))
                        .toList(),
                null);
    }

    /**
     * One step.
     *
     * @param possible whether nothing is missing
     * @param yours whether a role of the caller's may take it
     * @param roles any one of them may take it
     * @param asks members of the body that it cannot be taken without
     */
    public record Item(
            String step,
            String to,
            boolean possible,
            boolean yours,
            List<String> roles,
            List<String> asks,
            List<Missing> missing) {

        static Item of(PossibleStep step, Predicate<String> hasRole, Locale language) {
            List<Missing> missing = new ArrayList<>();
            step.missing().forEach(violation -> missing.addAll(Missing.of(violation, language)));
            return new Item(
                    step.name(),
                    step.to(),
                    missing.isEmpty(),
                    step.roles().stream().anyMatch(hasRole),
                    step.roles().stream().sorted().toList(),
                    step.asks().stream()
                            .sorted(Comparator.naturalOrder())
                            .map(Asked::member)
                            .toList(),
                    missing);
        }
    }

    /** What stands against a step. */
    public record Missing(@Nullable String field, String code, String text) {

        static List<Missing> of(BusinessRuleViolation violation, Locale language) {
            if (violation instanceof InvalidInput invalid) {
                return invalid.problems().stream()
                        .map(problem -> new Missing(
                                problem.field(),
                                problem.key(),
                                Words.text(language, problem.key(), problem.arguments())))
                        .toList();
            }
            return List.of(new Missing(violation.field(), violation.key(), Words.refusal(language, violation)));
        }
    }
}
