package org.kizuna.bench;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.RecordRef;

/** Records of one kind, numbered from 1: how each begins, moves through its steps, and is changed afterwards. */
abstract class Growing {

    private final String kind;
    private final String prefix;
    private final String register;
    private final Instant[] recordedAt;
    private final short[] versions;
    private final short[] texts;

    /** @param register simple name of the class through which the records are written */
    Growing(String kind, String prefix, String register, int count) {
        this.kind = kind;
        this.prefix = prefix;
        this.register = register;
        recordedAt = new Instant[count + 1];
        versions = new short[count + 1];
        texts = new short[count + 1];
    }

    static String reference(String prefix, int number) {
        return prefix + "-"
                + "0".repeat(Math.max(0, 6 - Integer.toString(number).length())) + number;
    }

    int count() {
        return versions.length - 1;
    }

    String kind() {
        return kind;
    }

    String reference(int number) {
        return reference(prefix, number);
    }

    RecordRef ref(int number) {
        return new RecordRef(kind, number);
    }

    final void begin(Journal journal, Moments moments, int number) {
        Instant now = moments.now();
        recordedAt[number] = now;
        Map<String, @Nullable Object> fields = new TreeMap<>(fields(number));
        fields.put("reference", reference(number));
        fields.put("recordedAt", now.toString());
        fields.put("recordedBy", author(number));
        fields.put(text(), textOf(number, 0));
        journal.append(
                moments,
                Journal.Intention.of(author(number), "OFFICER", register + "." + opens()),
                List.of(Change.insert(kind, number, reference(number), 0L, fields, mentions(number))));
        for (Step step : steps(number)) {
            journal.append(
                    moments,
                    Journal.Intention.of(step.actor(), step.role(), register + "." + step.action()),
                    List.of(Change.update(
                            kind, number, reference(number), ++versions[number], step.before(), step.after())));
        }
    }

    /** A change of the text everybody may go on writing. */
    final void change(Journal journal, Moments moments, int number) {
        String before = textOf(number, texts[number]);
        String after = textOf(number, ++texts[number]);
        Map<String, @Nullable Object> was = new TreeMap<>();
        was.put(text(), before);
        Map<String, @Nullable Object> is = new TreeMap<>();
        is.put(text(), after);
        journal.append(
                moments,
                Journal.Intention.of(author(number + texts[number]), "OFFICER", register + ".change"),
                List.of(Change.update(kind, number, reference(number), ++versions[number], was, is)));
    }

    static String author(int number) {
        return number % 3 == 0 ? "officer2" : "officer";
    }

    final short version(int number) {
        return versions[number];
    }

    final LocalDateTime recordedAt(int number) {
        return LocalDateTime.ofInstant(recordedAt[number], ZoneOffset.UTC);
    }

    /** What the text is by now. */
    final @Nullable String textOf(int number) {
        return textOf(number, texts[number]);
    }

    final @Nullable String textOf(int number, int change) {
        if (change == 0) {
            return null;
        }
        Chance chance = Chance.of(kind + " text", number * 1000L + change);
        return "Review " + change + ": " + chance.one(Words.FIELDS) + " with " + chance.one(Words.PEOPLE)
                + "; next step in " + chance.between(1, 12) + " weeks.";
    }

    /** The field that {@link #change} writes. */
    abstract String text();

    /** The action that opens a record. */
    abstract String opens();

    abstract Map<String, @Nullable Object> fields(int number);

    abstract List<RecordRef> mentions(int number);

    abstract List<Step> steps(int number);

    /** Writes the records as they are by now, and what they are found by. */
    abstract void write(Rows rows);

    /** A change of state. */
    record Step(String action, String actor, String role, Map<String, ?> before, Map<String, ?> after) {

        static Step status(String action, String actor, String role, String from, String to) {
            return new Step(action, actor, role, Map.of("status", from), Map.of("status", to));
        }
    }

    static List<RecordRef> distinct(List<RecordRef> refs) {
        return new ArrayList<>(new java.util.LinkedHashSet<>(refs));
    }
}
