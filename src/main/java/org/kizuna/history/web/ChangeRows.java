package org.kizuna.history.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kizuna.feature.Links;
import org.kizuna.history.FieldChange;
import org.kizuna.history.FieldTexts;
import org.kizuna.history.JournalEntry;
import org.kizuna.page.web.CurrentUser;
import org.kizuna.shared.Words;

/** Puts changes into the reader's words. */
@RequestScoped
class ChangeRows {

    @Inject
    private CurrentUser you;

    @Inject
    private FieldTexts texts;

    @Inject
    private RecordNames names;

    ChangeRow of(JournalEntry entry) {
        Locale language = you.getLocale();
        String entity = entry.entity();
        List<ChangeRow.Field> fields = entry.readableFields().stream()
                .map(field -> field(entry, field))
                .toList();
        return new ChangeRow(
                entry.changeSet(),
                entry.recordedAt(),
                entry.actor(),
                worded(language, "Role.", entry.role()),
                worded(language, "Channel.", entry.channel()),
                worded(language, "action.", entry.action()),
                entity == null ? null : worded(language, "kind.", entity),
                entry.reference(),
                Links.to(entity, entry.reference()),
                reason(language, entry),
                fields);
    }

    /** Why, and what was accepted for it although it was asked about. */
    private static @Nullable String reason(Locale language, JournalEntry entry) {
        String accepted = entry.despite().stream()
                .map(code -> worded(language, "asked.", code + ".short"))
                .collect(Collectors.joining(", "));
        return accepted.isEmpty()
                ? entry.reason()
                : Words.text(language, "asked.accepted", Objects.requireNonNullElse(entry.reason(), ""), accepted);
    }

    private ChangeRow.Field field(JournalEntry entry, FieldChange field) {
        Locale language = you.getLocale();
        String before = texts.value(language, you.getZone(), names, entry.entity(), field.field(), field.before());
        String after = texts.value(language, you.getZone(), names, entry.entity(), field.field(), field.after());
        return new ChangeRow.Field(
                FieldTexts.label(language, entry.entity(), field.field()),
                field.isOfLists() ? without(before, after) : before,
                field.isOfLists() ? without(after, before) : after,
                entry.actor(),
                entry.recordedAt());
    }

    /** The lines of a list that the other one has not: what stays is not told again. */
    private static @Nullable String without(@Nullable String lines, @Nullable String others) {
        if (lines == null || others == null) {
            return lines;
        }
        List<String> rest = new ArrayList<>(lines.lines().toList());
        others.lines().forEach(rest::remove);
        boolean onlyMoved =
                rest.isEmpty() && others.lines().count() == lines.lines().count();
        return onlyMoved ? lines : rest.isEmpty() ? null : String.join("\n", rest);
    }

    private static String worded(Locale language, String prefix, @Nullable String constant) {
        if (constant == null || constant.isEmpty()) {
            return "";
        }
        return Words.has(language, prefix + constant) ? Words.text(language, prefix + constant) : constant;
    }
}
