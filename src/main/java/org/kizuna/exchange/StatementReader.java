package org.kizuna.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Text;

/** Finds the columns of a statement in a table, and what in it is no row of a statement. */
final class StatementReader {

    /** Rows among which the heads are looked for. */
    private static final int FIRST_ROWS = 50;

    /** With fewer of our heads, a row is taken for the head of another layout. */
    private static final int OURS = 3;

    private static final int QUOTED = 80;

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** What sums are called. */
    private static final Set<String> TOTALS = Set.of(
            "total",
            "grand total",
            "overall total",
            "subtotal",
            "sub-total",
            "sum",
            "sums",
            "totals",
            "total amount",
            "total contributions",
            "total revenue",
            "totaux",
            "montant total",
            "ensemble",
            "total général",
            "sous-total",
            "somme",
            "summe",
            "gesamt",
            "gesamtsumme",
            "zwischensumme",
            "suma",
            "totale",
            "totaal",
            "итого",
            "всего",
            "المجموع",
            "総計",
            "合計",
            "小計",
            "計",
            "合計額",
            "合計金額",
            "総合計",
            "総額",
            "年計",
            "总计",
            "合计",
            "小计",
            "总额",
            "总和",
            "總計",
            "합계",
            "총계",
            "소계");

    private final List<SheetRow> rows;
    private final Reading reading;
    private final List<PassedOver> passedOver = new ArrayList<>();
    private Map<StatementColumn, Integer> columns = Map.of();
    private int filter = -1;
    private boolean belowTotal;

    private StatementReader(List<SheetRow> rows, Reading reading) {
        this.rows = rows;
        this.reading = reading;
    }

    static Read read(List<SheetRow> rows, Reading reading) {
        return new StatementReader(rows, reading).read();
    }

    private Read read() {
        int head = head();
        if (head < 0) {
            SheetRow likely = likelyHead();
            return new Read(unknownLayout(likely), List.of(), List.of(), likely == null ? List.of() : likely.cells());
        }
        Finding twice = twice(rows.get(head));
        if (twice != null) {
            return new Read(twice, List.of(), List.of(), rows.get(head).cells());
        }
        List<Raw> statement = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            SheetRow row = rows.get(i);
            PassedOver.Why why = i == head || row.isEmpty() ? null : why(row, i < head);
            if (why != null) {
                passedOver.add(new PassedOver(row.line(), why, quoted(row.text())));
            } else if (i > head && !row.isEmpty()) {
                if (!isWhole(row, rows.get(head).cells().size())) {
                    return refused(head, "importNotCsv", row.line());
                }
                statement.add(raw(row));
            }
        }
        if (statement.isEmpty() && passedOver.stream().anyMatch(row -> row.why() == PassedOver.Why.NOT_OURS)) {
            return refused(
                    head,
                    "importNothingOurs",
                    quoted(rows.get(head).cell(filter)),
                    quoted(String.valueOf(reading.filterValue())));
        }
        if (statement.isEmpty()) {
            return refused(head, "importEmpty", ours());
        }
        if (statement.size() > BroughtFile.MOST_ROWS) {
            return refused(head, "importTooManyRows", BroughtFile.MOST_ROWS);
        }
        return new Read(null, statement, passedOver, rows.get(head).cells());
    }

    /** Empty cells at its end may be left out, and may be more than there are columns. */
    private boolean isWhole(SheetRow row, int width) {
        int cells = row.cells().size();
        return cells > width
                ? row.cells().subList(width, cells).stream().allMatch(String::isEmpty)
                : cells > Collections.max(columns.values()) && cells > filter;
    }

    private Read refused(int head, String key, Object... arguments) {
        return new Read(
                problem(key, arguments), List.of(), List.of(), rows.get(head).cells());
    }

    private PassedOver.@Nullable Why why(SheetRow row, boolean aboveHead) {
        if (aboveHead) {
            return PassedOver.Why.TITLE;
        }
        if ((row.cells().stream().anyMatch(StatementReader::isTotal) && isNoStatement(row)) || saysTotal(row)) {
            belowTotal = true;
            return PassedOver.Why.TOTAL;
        }
        if ((row.filled() == 1 && cell(row, StatementColumn.AMOUNT).isEmpty()) || (belowTotal && isRemark(row))) {
            return PassedOver.Why.REMARK;
        }
        String value = reading.filterValue();
        return filter >= 0 && value != null && !Text.folded(row.cell(filter)).equals(Text.folded(value))
                ? PassedOver.Why.NOT_OURS
                : null;
    }

    private static boolean isTotal(String cell) {
        String said = Text.folded(cell);
        return TOTALS.stream()
                .anyMatch(total -> said.startsWith(total)
                        && said.substring(total.length()).codePoints().noneMatch(Character::isLetter));
    }

    /** A sum is named in more words, as in "Total of all donors", and nothing else but figures is said. */
    private boolean saysTotal(SheetRow row) {
        List<String> texts = row.cells().stream()
                .filter(cell -> cell.codePoints().anyMatch(Character::isLetter))
                .toList();
        return texts.size() == 1
                && row.filled() > 1
                && !hasYear(row)
                && TOTALS.stream().anyMatch(total -> Text.folded(texts.get(0)).startsWith(total + " "));
    }

    /** Below a sum stand notes and shares of it: without a year, or without what was given. */
    private boolean isRemark(SheetRow row) {
        return !hasYear(row) && cell(row, StatementColumn.REVENUE_TYPE).isEmpty();
    }

    private boolean hasYear(SheetRow row) {
        return StatementCheck.YEAR.matcher(year(row)).matches();
    }

    /** The year, also where a day in it is said, in digits of ours. */
    private String year(SheetRow row) {
        String said = Text.compared(cell(row, StatementColumn.YEAR));
        return DAY.matcher(said).matches() ? said.substring(0, said.indexOf('-')) : said;
    }

    /** A donor may be called Total: then the row says what is given, and in which year. */
    private boolean isNoStatement(SheetRow row) {
        String year = cell(row, StatementColumn.YEAR);
        String type = cell(row, StatementColumn.REVENUE_TYPE);
        return year.isEmpty() || isTotal(year) || type.isEmpty() || isTotal(type);
    }

    /** Which row names the columns, or -1. */
    private int head() {
        for (int i = 0; i < Math.min(rows.size(), FIRST_ROWS); i++) {
            Map<StatementColumn, Integer> found = found(rows.get(i));
            int needed = StatementColumn.values().length - (reading.category() == null ? 0 : 1);
            if (found.keySet().stream().filter(this::isNeeded).count() == needed) {
                columns = found;
                filter =
                        reading.filterColumn() == null ? -1 : forms(rows.get(i)).indexOf(reading.filterColumn());
                return i;
            }
        }
        return -1;
    }

    private boolean isNeeded(StatementColumn column) {
        return column != StatementColumn.CATEGORY || reading.category() == null;
    }

    private Map<StatementColumn, Integer> found(SheetRow row) {
        List<String> forms = forms(row);
        Map<StatementColumn, Integer> found = new EnumMap<>(StatementColumn.class);
        for (StatementColumn column : StatementColumn.values()) {
            int at = forms.indexOf(reading.columns().getOrDefault(column, StatementColumn.form(column.head())));
            if (at >= 0) {
                found.put(column, at);
            }
        }
        return found;
    }

    /** A head that more than one column has, where it is one of those that are read. */
    private @Nullable Finding twice(SheetRow head) {
        List<String> forms = forms(head);
        for (int column : columns.values()) {
            Finding twice = twice(head, forms, column);
            if (twice != null) {
                return twice;
            }
        }
        return filter < 0 ? null : twice(head, forms, filter);
    }

    private static @Nullable Finding twice(SheetRow head, List<String> forms, int column) {
        List<String> letters = IntStream.range(0, forms.size())
                .filter(other -> forms.get(other).equals(forms.get(column)))
                .mapToObj(StatementReader::letters)
                .toList();
        return letters.size() < 2
                ? null
                : problem("importHeadTwice", quoted(head.cell(column)), String.join(", ", letters));
    }

    /** What a spreadsheet calls a column, counted from 0: A to Z, AA and so on. */
    static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }

    /** Rows among which one may name the columns. */
    static List<SheetRow> first(List<SheetRow> rows) {
        return rows.subList(0, Math.min(rows.size(), FIRST_ROWS));
    }

    static List<String> forms(SheetRow row) {
        return row.cells().stream().map(StatementColumn::form).toList();
    }

    /** What might name the columns: the first row that says most. */
    private @Nullable SheetRow likelyHead() {
        SheetRow best = null;
        for (SheetRow row : first(rows)) {
            if (best == null || row.filled() > best.filled()) {
                best = row;
            }
        }
        return best == null || best.isEmpty() ? null : best;
    }

    private static Finding unknownLayout(@Nullable SheetRow likely) {
        if (likely == null) {
            return problem("importEmpty", ours());
        }
        List<String> missing = Arrays.stream(StatementColumn.values())
                .filter(column -> !forms(likely).contains(StatementColumn.form(column.head())))
                .map(StatementColumn::head)
                .toList();
        return StatementColumn.values().length - missing.size() >= OURS
                ? problem("importMissingColumns", String.join(", ", missing), ours())
                : problem("importOtherLayout", likely.line(), quoted(likely.text()));
    }

    private static String ours() {
        return String.join(
                ", ",
                Stream.of(StatementColumn.values()).map(StatementColumn::head).toList());
    }

    private Raw raw(SheetRow row) {
        String category = reading.category();
        return new Raw(
                row.line(),
                year(row),
                cell(row, StatementColumn.DONOR),
                category == null ? cell(row, StatementColumn.CATEGORY) : category,
                cell(row, StatementColumn.REVENUE_TYPE),
                cell(row, StatementColumn.AMOUNT));
    }

    private String cell(SheetRow row, StatementColumn column) {
        return row.cell(columns.getOrDefault(column, -1));
    }

    /** No message quotes more of a file than fits on a line. */
    static String quoted(String text) {
        return text.codePointCount(0, text.length()) <= QUOTED
                ? text
                : text.substring(0, text.offsetByCodePoints(0, QUOTED - 1)) + "…";
    }

    private static Finding problem(String key, Object... arguments) {
        return new Finding(Finding.Severity.ERROR, "", key, List.of(arguments));
    }

    /**
     * What was read.
     *
     * @param problem what is wrong with the file as a whole, or null
     * @param heads what the columns are called, as far as that could be found out
     */
    record Read(@Nullable Finding problem, List<Raw> rows, List<PassedOver> passedOver, List<String> heads) {}

    /** A row's fields, without blank ends. */
    record Raw(long line, String year, String donor, String category, String revenueType, String amount) {}
}
