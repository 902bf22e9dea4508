package org.kizuna.shared;

import java.util.List;

/** One or more fields hold what they can't hold. Every one of them is named. */
public final class InvalidInput extends BusinessRuleViolation {

    private final transient List<Problem> problems;

    InvalidInput(List<Problem> problems) {
        super(problems.get(0).field(), problems.size());
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    @Override
    public String getMessage() {
        return problems.toString();
    }

    /**
     * @param field name of the field; a row of a list is named as {@code parties[1].partner}
     * @param key key of the sentence
     * @param arguments what the sentence's placeholders stand for
     */
    public record Problem(String field, String key, List<Object> arguments) {}
}
