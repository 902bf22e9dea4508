package org.kizuna.shared;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What whoever is saving has said about the questions that saving it raises. Pages and REST keep it for a request;
 * the journal tells with each change what was accepted.
 */
public final class Despite {

    private static final int LONGEST_REASON = 500;

    private static final ThreadLocal<Despite> CURRENT = ThreadLocal.withInitial(() -> new Despite(Set.of(), null));

    private final Set<String> said;
    private final @Nullable String reason;
    private final Map<String, Question> asked = new LinkedHashMap<>();

    private Despite(Collection<String> codes, @Nullable String reason) {
        this.said = Set.copyOf(codes);
        this.reason = Problems.clean(reason);
    }

    /** Keeps the answer for whatever this thread saves until it is forgotten. */
    public static void say(Collection<String> codes, @Nullable String reason) {
        CURRENT.set(new Despite(codes, reason));
    }

    public static void forget() {
        CURRENT.remove();
    }

    /** Does the work with this answer to what it asks. */
    public static <T, E extends Exception> T during(Collection<String> codes, @Nullable String reason, Work<T, E> work)
            throws E {
        Despite before = CURRENT.get();
        say(codes, reason);
        try {
            return work.run();
        } finally {
            CURRENT.set(before);
        }
    }

    /** Codes of what was asked and answered since the action began, in alphabetical order. */
    public static Set<String> accepted() {
        return new TreeSet<>(CURRENT.get().asked.keySet());
    }

    /** Why, where anything was accepted. */
    public static @Nullable String reason() {
        Despite current = CURRENT.get();
        return current.asked.isEmpty() ? null : current.reason;
    }

    /** An action begins: what was accepted for another does not belong to it. */
    static void begin() {
        CURRENT.get().asked.clear();
    }

    /**
     * Samples are entered as they were published: there is nobody to ask.
     *
     * @throws AskedAbout unless all of them have been answered
     */
    static void answer(List<Question> questions) {
        if (!questions.isEmpty() && Channel.current() != Channel.SAMPLE) {
            CURRENT.get().requireAnswers(questions);
        }
    }

    private void requireAnswers(List<Question> questions) {
        List<Question> all = new ArrayList<>(asked.values());
        questions.stream().filter(question -> !all.contains(question)).forEach(all::add);
        if (!questions.stream().allMatch(question -> said.contains(question.code()))) {
            throw new AskedAbout(all);
        }
        if (reason == null) {
            throw new WhyDespite();
        }
        Problems problems = new Problems();
        problems.optional("reason", reason, LONGEST_REASON);
        problems.refuse();
        questions.forEach(question -> asked.putIfAbsent(question.code(), question));
    }
}
