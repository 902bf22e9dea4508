package org.kizuna.shared;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A list that others publish, as a file under {@code data/} that names its source in its first lines. */
public final class DataFile {

    private DataFile() {}

    /** @param name under {@code data/} */
    public static List<NamedCsvRecord> rows(String name) {
        try (InputStream in = Objects.requireNonNull(DataFile.class.getResourceAsStream("/data/" + name), name);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return rows.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
