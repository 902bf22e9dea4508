package org.kizuna.shared.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Opens tables for writing. */
public final class Tables {

    private Tables() {}

    /** @param name of the sheet, where the format has sheets */
    public static Table open(Table.Format format, OutputStream out, String name, List<String> header)
            throws IOException {
        Table table =
                switch (format) {
                    case CSV -> new Csv(out);
                    case JSONL -> new JsonLines(out, header);
                    case XLSX -> new Xlsx(out, name, header);
                };
        if (format == Table.Format.CSV) {
            table.row(List.copyOf(header));
        }
        return table;
    }

    /** What is written to both at once. */
    public static Table both(Table first, Table second) {
        return new Table() {
            @Override
            public void row(List<@Nullable String> cells) throws IOException {
                first.row(cells);
                second.row(cells);
            }

            @Override
            public void close() throws IOException {
                try (second) {
                    first.close();
                }
            }
        };
    }

    /** UTF-8 with the mark that spreadsheet programs want, lines ended as RFC 4180 says. */
    private static final class Csv implements Table {

        private final CsvWriter writer;

        Csv(OutputStream out) throws IOException {
            OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            text.write('\uFEFF');
            writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        }

        @Override
        public void row(List<@Nullable String> cells) {
            String[] safe = new String[cells.size()];
            for (int i = 0; i < safe.length; i++) {
                safe[i] = Cells.safe(cells.get(i));
            }
            writer.writeRecord(safe);
        }

        @Override
        public void close() throws IOException {
            writer.close();
        }
    }

    /**
     * Rows leave for the file every thousand, with their texts in them, as the texts of a table of its own would stay
     * in memory; a sheet that is full is followed by another.
     */
    private static final class Xlsx implements Table {

        private static final int FLUSH = 1000;
        private static final int FULL = 1_000_000;
        private static final int LONGEST_CELL = 32_767;

        private final Workbook workbook;
        private final String name;
        private final List<String> header;
        private Worksheet sheet;
        private int sheets;
        private int next;

        Xlsx(OutputStream out, String name, List<String> header) {
            this.workbook = new Workbook(out, "Kizuna", "1.0");
            this.name = name;
            this.header = header;
            this.sheet = newSheet();
        }

        private Worksheet newSheet() {
            sheets++;
            Worksheet fresh = workbook.newWorksheet(sheets == 1 ? name : name + " " + sheets);
            for (int column = 0; column < header.size(); column++) {
                fresh.value(0, column, header.get(column));
                fresh.style(0, column).bold().set();
            }
            fresh.freezePane(0, 1);
            next = 1;
            return fresh;
        }

        @Override
        public void row(List<@Nullable String> cells) throws IOException {
            if (next > FULL) {
                sheet.finish();
                sheet = newSheet();
            }
            for (int column = 0; column < cells.size(); column++) {
                String cell = Cells.safe(cells.get(column));
                if (!cell.isEmpty()) {
                    sheet.inlineString(
                            next, column, cell.length() > LONGEST_CELL ? cell.substring(0, LONGEST_CELL) : cell);
                }
            }
            next++;
            if (next % FLUSH == 0) {
                sheet.flush();
            }
        }

        @Override
        public void close() throws IOException {
            sheet.finish();
            workbook.finish();
        }
    }
}
