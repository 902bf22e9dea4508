package org.kizuna.shared;

import java.util.List;

/** Something about an input is unusual; the same input is taken with a word that it is so, and why. */
public final class AskedAbout extends BusinessRuleViolation {

    private final transient List<Question> questions;

    AskedAbout(List<Question> questions) {
        super(questions.get(0).field(), questions.size());
        this.questions = List.copyOf(questions);
    }

    /** All that was asked since the action began, what had been answered included: one answer has to name them all. */
    public List<Question> questions() {
        return questions;
    }

    @Override
    public String getMessage() {
        return String.valueOf(questions);
    }
}
