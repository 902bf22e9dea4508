package org.kizuna.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The figures of the dashboard against sums made here from the file they come from. */
@ExtendWith(Samples.class)
class FiguresEndToEndIT {

    private static final BigDecimal HALF_A_CENT = new BigDecimal("0.005");

    private final Client manager;
    private final List<NamedCsvRecord> rows;

    FiguresEndToEndIT(Launched kizuna) throws IOException {
        manager = Client.of(kizuna, "manager");
        rows = read();
    }

    private static List<NamedCsvRecord> read() throws IOException {
        Path folder = Path.of(System.getProperty("kizuna.home"), "src/main/resources/org/kizuna/installation");
        try (Stream<Path> files = Files.list(folder)) {
            Path file = files.filter(one -> one.getFileName().toString().startsWith("unido-contributions"))
                    .findAny()
                    .orElseThrow();
            try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
                return csv.stream().toList();
            }
        }
    }

    @Test
    void everyYearOfEveryInstrument() throws Exception {
        Map<String, BigDecimal> expected = new TreeMap<>();
        for (NamedCsvRecord row : rows) {
            String key = row.getField("calendar_year") + " " + instrument(row.getField("revenue_type"));
            expected.merge(key, new BigDecimal(row.getField("amount_usd")), BigDecimal::add);
        }
        Map<String, BigDecimal> received = new TreeMap<>();
        Map<String, Integer> parts = new TreeMap<>();
        for (JsonNode row : manager.all("/api/v1/dashboard/donors?from=2013&to=2024&currency=USD")) {
            String key = row.get("year").asText() + " " + row.get("instrument").asText();
            BigDecimal figure = new BigDecimal(row.get("received").asText());
            if (figure.signum() != 0) {
                received.merge(key, figure, BigDecimal::add);
                parts.merge(key, 1, Integer::sum);
            }
        }
        assertThat(received.keySet()).isEqualTo(expected.keySet());
        // each donor's figure is rounded once: their sum is off by at most half a cent a donor
        expected.forEach((key, figure) -> assertThat(received.getOrDefault(key, BigDecimal.ZERO)
                        .subtract(figure)
                        .abs())
                .as(key)
                .isLessThanOrEqualTo(HALF_A_CENT.multiply(BigDecimal.valueOf(parts.getOrDefault(key, 0)))));
    }

    @Test
    void japanIn2021() throws Exception {
        assertThat(sum("2021", "Japan", "Assessed")).isEqualByComparingTo("11113962.54");
        assertThat(sum("2021", "Japan", "Voluntary earmarked")).isEqualByComparingTo("23916262.47");
        Map<String, String> received = new TreeMap<>();
        for (JsonNode row : manager.all("/api/v1/dashboard/donors?from=2021&to=2021&currency=USD")) {
            if (row.get("donorName").asText().equals("Japan")) {
                received.put(row.get("instrument").asText(), row.get("received").asText());
            }
        }
        assertThat(received).containsEntry("ASSESSED", "11113962.54").containsEntry("PROJECT_SPECIFIC", "23916262.47");
    }

    @Test
    void theLargestVoluntaryDonor() throws Exception {
        Map<String, BigDecimal> voluntary = new TreeMap<>();
        for (NamedCsvRecord row : rows) {
            if (row.getField("revenue_type").startsWith("Voluntary")
                    && !row.getField("donor").isBlank()) {
                voluntary.merge(row.getField("donor"), new BigDecimal(row.getField("amount_usd")), BigDecimal::add);
            }
        }
        Map.Entry<String, BigDecimal> largest =
                voluntary.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        BigDecimal shown = BigDecimal.ZERO;
        for (String instrument : List.of("PROJECT_SPECIFIC", "VOLUNTARY_CORE")) {
            for (JsonNode row :
                    manager.all("/api/v1/dashboard/donors?from=2013&to=2024&currency=USD&instrument=" + instrument)) {
                if (row.get("donorName").asText().equals(largest.getKey())) {
                    shown = shown.add(new BigDecimal(row.get("received").asText()));
                }
            }
        }
        assertThat(shown).isEqualByComparingTo(largest.getValue().setScale(2, RoundingMode.HALF_EVEN));
    }

    @Test
    void everyFigureIsTheSumOfItsEntries() throws Exception {
        BigDecimal entries = BigDecimal.ZERO;
        for (JsonNode entry : manager.all("/api/v1/contributions/entries?from=2021-01-01&to=2021-12-31")) {
            if (entry.get("measure").asText().equals("RECEIVED")) {
                entries = entries.add(new BigDecimal(entry.get("exactAmount").asText()));
            }
        }
        BigDecimal expected = rows.stream()
                .filter(row -> row.getField("calendar_year").equals("2021"))
                .map(row -> new BigDecimal(row.getField("amount_usd")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(entries).isEqualByComparingTo(expected);
        assertThat(expected.setScale(2, RoundingMode.HALF_EVEN)).isEqualByComparingTo("296128856.77");
    }

    private BigDecimal sum(String year, String donor, String type) {
        return rows.stream()
                .filter(row -> row.getField("calendar_year").equals(year)
                        && row.getField("donor").equals(donor)
                        && row.getField("revenue_type").equals(type))
                .map(row -> new BigDecimal(row.getField("amount_usd")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String instrument(String revenueType) {
        return switch (revenueType) {
            case "Assessed" -> "ASSESSED";
            case "Voluntary earmarked" -> "PROJECT_SPECIFIC";
            case "Voluntary un-earmarked" -> "VOLUNTARY_CORE";
            default -> "OTHER";
        };
    }
}
