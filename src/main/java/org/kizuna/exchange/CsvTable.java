package org.kizuna.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.kizuna.shared.Problems;

/** Takes the rows out of a file of separated values [RFC 4180]. */
final class CsvTable {

    /** Lines among which the separator is looked for: titles have none. */
    private static final int FIRST_LINES = 20;

    private static final String SEPARATOR_LINE = "sep=";

    private static final Pattern OURS = Pattern.compile("^'[=+\\-@]");

    private CsvTable() {}

    static BroughtFile read(String text) throws IOException {
        String rest = text;
        char separator = separator(text);
        long before = 0;
        // spreadsheets say the separator in a line of its own
        if (text.regionMatches(true, 0, SEPARATOR_LINE, 0, SEPARATOR_LINE.length())
                && text.length() > SEPARATOR_LINE.length()) {
            separator = text.charAt(SEPARATOR_LINE.length());
            int end = text.indexOf('\n');
            rest = end < 0 ? "" : text.substring(end + 1);
            before = 1;
        }
        List<SheetRow> rows = new ArrayList<>();
        long line = before + 1;
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(rest)) {
            for (CsvRecord row : records) {
                line = row.getStartingLineNumber() + before;
                if (rows.size() > BroughtFile.MOST_ROWS) {
                    return BroughtFile.refused("importTooManyRows", BroughtFile.MOST_ROWS);
                }
                rows.add(new SheetRow(
                        line, row.getFields().stream().map(CsvTable::clean).toList()));
            }
        } catch (CsvParseException e) {
            return BroughtFile.refused("importNotCsv", line + 1);
        }
        return new BroughtFile(null, List.of(new Sheet("", rows)));
    }

    static String clean(String cell) {
        String clean = Problems.clean(cell);
        if (clean == null) {
            return "";
        }
        // our own files keep spreadsheets from taking a text for a formula so
        return OURS.matcher(clean).find() ? clean.substring(1) : clean;
    }

    /** Comma, semicolon or tabulator: whichever one of the first lines has most of. */
    private static char separator(String text) {
        char best = ',';
        long most = 0;
        for (char candidate : new char[] {',', ';', '\t'}) {
            long found = text.lines()
                    .limit(FIRST_LINES)
                    .mapToLong(line -> line.chars().filter(c -> c == candidate).count())
                    .max()
                    .orElse(0);
            if (found > most) {
                best = candidate;
                most = found;
            }
        }
        return best;
    }
}
