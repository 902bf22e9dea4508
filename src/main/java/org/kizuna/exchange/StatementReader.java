package org.kizuna.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Problems;

/** Takes the rows out of a CSV file, or says why it can't. It makes no sense of them. */
final class StatementReader {

    /** More is asked to come in several files. */
    static final int MOST_ROWS = 100_000;

    private static final List<String> COLUMNS = List.of(
            ContributionStatement.YEAR,
            ContributionStatement.DONOR,
            ContributionStatement.CATEGORY,
            ContributionStatement.REVENUE_TYPE,
            ContributionStatement.AMOUNT);

    private StatementReader() {}

    static Read read(InputStream in) throws IOException {
        List<Raw> rows = new ArrayList<>();
        BufferedInputStream peekable = new BufferedInputStream(in);
        char separator = separator(peekable);
        long line = 1;
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder()
                .fieldSeparator(separator)
                .detectBomHeader(true)
                .skipEmptyLines(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofNamedCsvRecord(peekable, StandardCharsets.UTF_8)) {
            for (NamedCsvRecord row : records) {
                line = row.getStartingLineNumber();
                Finding refusal = refusal(row, rows.size());
                if (refusal != null) {
                    return new Read(refusal, List.of());
                }
                rows.add(raw(row));
            }
        } catch (CsvParseException e) {
            return new Read(problem("importNotCsv", line + 1), List.of());
        }
        return rows.isEmpty()
                ? new Read(problem("importEmpty", String.join(", ", COLUMNS)), List.of())
                : new Read(null, rows);
    }

    private static @Nullable Finding refusal(NamedCsvRecord row, int before) {
        if (before == 0) {
            List<String> missing = COLUMNS.stream()
                    .filter(column -> !row.getHeader().contains(column))
                    .toList();
            if (!missing.isEmpty()) {
                return problem("importMissingColumns", String.join(", ", missing), String.join(", ", COLUMNS));
            }
        }
        if (row.getFieldCount() != row.getHeader().size()) {
            return problem("importNotCsv", row.getStartingLineNumber());
        }
        if (before == MOST_ROWS) {
            return problem("importTooManyRows", MOST_ROWS);
        }
        // what can't be decoded is read as this sign, which no name holds
        boolean undecoded = row.getFields().stream().anyMatch(field -> field.indexOf('\uFFFD') >= 0);
        return undecoded ? problem("importNotUtf8", row.getStartingLineNumber()) : null;
    }

    /** Comma, semicolon or tabulator: whichever the first line has most of. */
    private static char separator(BufferedInputStream in) throws IOException {
        in.mark(1 << 14);
        String start = new String(in.readNBytes(1 << 12), StandardCharsets.UTF_8);
        in.reset();
        String header = start.lines().findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char sign) {
        return text.chars().filter(c -> c == sign).count();
    }

    private static Finding problem(String key, Object... arguments) {
        return new Finding(Finding.Severity.ERROR, "", key, List.of(arguments));
    }

    private static Raw raw(NamedCsvRecord row) {
        return new Raw(
                row.getStartingLineNumber(),
                field(row, ContributionStatement.YEAR),
                field(row, ContributionStatement.DONOR),
                field(row, ContributionStatement.CATEGORY),
                field(row, ContributionStatement.REVENUE_TYPE),
                field(row, ContributionStatement.AMOUNT));
    }

    private static String field(NamedCsvRecord row, String column) {
        String clean = row.findField(column).map(Problems::clean).orElse(null);
        return clean == null ? "" : clean;
    }

    /**
     * What was read.
     *
     * @param problem what is wrong with the file as a whole, or null
     */
    record Read(@Nullable Finding problem, List<Raw> rows) {}

    /** A row's fields, without blank ends. */
    record Raw(long line, String year, String donor, String category, String revenueType, String amount) {}
}
