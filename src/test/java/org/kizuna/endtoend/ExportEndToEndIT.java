package org.kizuna.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an auditor takes home. */
@ExtendWith(Samples.class)
class ExportEndToEndIT {

    private final Client officer;
    private final Client auditor;

    ExportEndToEndIT(Launched kizuna) {
        officer = Client.of(kizuna, "officer");
        auditor = Client.of(kizuna, "auditor");
    }

    @Test
    void holdsTheJapanCooperationWithItsTotals() throws Exception {
        String japan = officer.all("/api/v1/partners?q=Japan").stream()
                .filter(partner -> partner.get("legalName").asText().equals("Japan"))
                .findAny()
                .orElseThrow()
                .get("reference")
                .asText();
        List<NamedCsvRecord> rows = csv("/api/v1/history/export?format=csv&partner=" + japan);
        Map<String, String> totals = rows.stream()
                .filter(row -> row.getField("record_kind").equals("CONTROL"))
                .collect(Collectors.toMap(row -> row.getField("field"), row -> row.getField("after")));
        List<NamedCsvRecord> changes = rows.stream()
                .filter(row -> !row.getField("record_kind").equals("CONTROL"))
                .toList();
        assertThat(totals).containsEntry("rows", Integer.toString(changes.size()));
        assertThat(changes.stream().map(row -> row.getField("record_kind")))
                .contains("Partner", "Agreement", "Contribution", "LedgerEntry", "IsidEvent", "EventSeries");
        assertThat(changes.stream().map(row -> row.getField("after")))
                .contains("PARTNERING FOR ISID: Opening Session", "1000000000");
        assertThat(changes).allSatisfy(row -> {
            assertThat(row.getField("actor")).isNotBlank();
            assertThat(row.getField("recorded_at_utc")).endsWith("Z");
        });
        assertThat(changes.stream().map(row -> row.getField("after"))).doesNotContain("Afghanistan");
    }

    @Test
    void holdsTheSameAsASpreadsheet() throws Exception {
        String path = "/api/v1/history/export?agreement=SAMPLE-1&format=";
        int asText = csv(path + "csv").size();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(auditor.bytes(path + "xlsx")))) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows.get(0).getCellText(0)).isEqualTo("sequence");
            assertThat(rows).hasSize(asText + 1);
            assertThat(rows.stream().map(row -> row.getCellText(14)))
                    .contains("Sample: contribution of Japan for Pakistan, South Africa and Uganda");
        }
    }

    @Test
    void neutralisesWhatASpreadsheetWouldRun() throws Exception {
        String formula = "=HYPERLINK(\"x\") " + System.nanoTime();
        JsonNode partner = Client.read(officer.send(
                "POST",
                "/api/v1/partners",
                "{\"legalName\": \"%s\", \"sector\": \"ACADEMIA\", \"country\": \"FR\"}"
                        .formatted(formula.replace("\"", "\\\""))));
        assertThat(csv("/api/v1/history/export?format=csv&partner="
                                + partner.get("reference").asText())
                        .stream()
                        .map(row -> row.getField("after")))
                .contains("'" + formula)
                .doesNotContain(formula);
    }

    @Test
    void isItselfJournaled() throws Exception {
        csv("/api/v1/history/export?format=csv&agreement=SAMPLE-2");
        JsonNode newest = auditor.json("/api/v1/history?actor=auditor&limit=2").get("items");
        assertThat(newest.toString()).contains("ExportRegister.begin", "ExportRegister.end", "SAMPLE-2", "\"REST\"");
    }

    private List<NamedCsvRecord> csv(String path) throws Exception {
        String text = new String(auditor.bytes(path), StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
            return csv.stream().toList();
        }
    }
}
