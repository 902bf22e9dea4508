package org.kizuna.history.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kizuna.feature.Links;
import org.kizuna.history.FieldTexts;
import org.kizuna.history.JournalEntry;
import org.kizuna.history.report.AuditReport;
import org.kizuna.page.web.CurrentUser;
import org.kizuna.shared.Formats;
import org.kizuna.shared.Words;

/** Puts a report's cells into the reader's words: columns of the same name hold the same sort of thing. */
@RequestScoped
class ReportCells {

    private static final Pattern FIELD = Pattern.compile("([A-Za-z][A-Za-z0-9]*): (.*)");
    private static final Set<String> NUMBERS = Set.of("amount", "missing", "daysLate");
    private static final Set<String> UNBROKEN = Set.of(
            "recordedAt",
            "recordedBefore",
            "recordedAfter",
            "heldSince",
            "heldUntil",
            "firstRoleUsedAt",
            "secondRoleUsedAt",
            "valueDate",
            "closedOn");
    private static final int LONGEST_REFERENCE = 24;
    private static final String BECAME = " → ";

    @Inject
    private CurrentUser you;

    @Inject
    private FieldTexts texts;

    @Inject
    private RecordNames names;

    List<Cell> row(AuditReport report, List<@Nullable String> cells) {
        List<String> columns = report.columns();
        int kindAt = columns.indexOf("recordKind");
        String kind = kindAt < 0 ? null : cells.get(kindAt);
        List<Cell> row = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (i != kindAt) {
                String cell = cells.get(i);
                row.add(cell == null || cell.isEmpty() ? Cell.EMPTY : cell(report, columns.get(i), cell, kind));
            }
        }
        return row;
    }

    /** What the columns are called. */
    List<String> header(List<String> columns) {
        return columns.stream()
                .map(column -> Words.text(you.getLocale(), "column." + column))
                .toList();
    }

    /** A row for a workbook: one cell a column, in words. */
    List<@Nullable String> words(AuditReport report, List<@Nullable String> cells) {
        List<String> columns = report.columns();
        int kindAt = columns.indexOf("recordKind");
        String kind = kindAt < 0 ? null : cells.get(kindAt);
        List<@Nullable String> row = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String cell = cells.get(i);
            if (cell == null || cell.isEmpty()) {
                row.add(cell);
            } else {
                row.add(i == kindAt ? worded("kind.", cell) : text(report, columns.get(i), cell, kind));
            }
        }
        return row;
    }

    private Cell cell(AuditReport report, String column, String cell, @Nullable String kind) {
        boolean record = column.equals("record");
        return new Cell(
                text(report, column, cell, kind),
                record && kind != null ? worded("kind.", kind) : null,
                link(report, column, cell, kind),
                UNBROKEN.contains(column)
                                || report.referring().containsKey(column)
                                || (record && cell.length() <= LONGEST_REFERENCE)
                        ? "num"
                        : style(column));
    }

    /** Name of the style of a column. */
    static String style(String column) {
        return NUMBERS.contains(column) ? "r" : column.equals("fields") ? "pre" : "";
    }

    private static @Nullable String link(AuditReport report, String column, String cell, @Nullable String kind) {
        return Links.to(column.equals("record") ? kind : report.referring().get(column), cell);
    }

    private String text(AuditReport report, String column, String cell, @Nullable String kind) {
        Class<?> codes = report.coded().get(column);
        if (codes != null) {
            return worded(codes.getSimpleName() + ".", cell);
        }
        try {
            return cell.equals(JournalEntry.UNREADABLE) ? worded("field.", cell) : worded(column, cell, kind);
        } catch (DateTimeException | NumberFormatException e) {
            // broken behind the application's back: it is shown as it stands there
            return cell;
        }
    }

    private String worded(String column, String cell, @Nullable String kind) {
        Locale language = you.getLocale();
        return switch (column) {
            case "recordedAt",
                    "recordedBefore",
                    "recordedAfter",
                    "heldSince",
                    "heldUntil",
                    "firstRoleUsedAt",
                    "secondRoleUsedAt" -> Formats.moment(language, Instant.parse(cell), you.getZone());
            case "valueDate", "closedOn" -> Formats.date(language, LocalDate.parse(cell));
            case "missing", "daysLate" -> Formats.whole(language, Long.parseLong(cell));
            case "amount" -> Formats.decimal(language, new BigDecimal(cell));
            case "roles" ->
                Arrays.stream(cell.split(" ", -1))
                        .map(role -> worded("Role.", role))
                        .collect(Collectors.joining(" + "));
            case "role" -> worded("Role.", cell);
            case "channel" -> worded("Channel.", cell);
            case "action", "attempted" -> worded("action.", cell);
            case "finding" -> worded("finding.", cell);
            case "touches" -> worded("touches.", cell);
            case "refusal" -> worded("", cell);
            case "fields" -> cell.lines().map(line -> field(line, kind)).collect(Collectors.joining("\n"));
            default -> cell;
        };
    }

    private String field(String line, @Nullable String kind) {
        Matcher told = FIELD.matcher(line);
        if (!told.matches()) {
            return line;
        }
        Locale language = you.getLocale();
        String field = told.group(1);
        return FieldTexts.label(language, kind, field) + ": "
                + Arrays.stream(told.group(2).split(BECAME, -1))
                        .map(value -> String.valueOf(texts.value(language, you.getZone(), names, kind, field, value)))
                        .collect(Collectors.joining(BECAME));
    }

    private String worded(String prefix, String constant) {
        return Words.has(you.getLocale(), prefix + constant)
                ? Words.text(you.getLocale(), prefix + constant)
                : constant;
    }

    /**
     * @param beneath a second, smaller line, or null
     * @param link address of the page of what the cell names, or null
     * @param style name of its style
     */
    public record Cell(
            String text, @Nullable String beneath, @Nullable String link, String style) {

        static final Cell EMPTY = new Cell("", null, null, "");
    }
}
