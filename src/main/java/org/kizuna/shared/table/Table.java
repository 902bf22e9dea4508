package org.kizuna.shared.table;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something rows are written to, one after the other, in memory that does not grow with their number. */
public interface Table extends AutoCloseable {

    /** Writes a row. Texts that a spreadsheet would take for formulas are neutralised. */
    void row(List<@Nullable String> cells) throws IOException;

    @Override
    void close() throws IOException;

    /** File formats a table can be written in. */
    enum Format {
        CSV("text/csv;charset=UTF-8"),
        JSONL("application/x-ndjson"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }

        public String extension() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
