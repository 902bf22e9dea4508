package org.kizuna.exchange;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.kizuna.shared.CountryCode;
import org.kizuna.shared.Text;

/** The names by which the UN system calls its members and observers, in English, and their codes [ISO 3166-1]. */
final class CountryNames {

    private static final Map<String, CountryCode> CODES = read();

    private CountryNames() {}

    static Optional<CountryCode> code(String name) {
        return Optional.ofNullable(CODES.get(Text.folded(name)));
    }

    private static Map<String, CountryCode> read() {
        Map<String, CountryCode> codes = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(CountryNames.class.getResourceAsStream("country-names.csv"));
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : rows) {
                codes.put(Text.folded(row.getField("name")), new CountryCode(row.getField("code")));
            }
            return codes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
