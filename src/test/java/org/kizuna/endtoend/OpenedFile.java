package org.kizuna.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** A file that was taken home, opened as somebody would open it who was given it. */
final class OpenedFile {

    private OpenedFile() {}

    /** @param where for whoever reads that it could not be opened */
    static void assertOpens(HttpResponse<byte[]> answer, String where) throws IOException {
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        String name = answer.headers().firstValue("Content-Disposition").orElse("");
        byte[] bytes = answer.body();
        assertThat(bytes).as(where).isNotEmpty();
        switch (type) {
            case "text/csv" -> {
                assertThat(name).as(where).contains(".csv");
                assertThat(csv(bytes)).as(where).isNotEmpty();
            }
            case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" -> {
                assertThat(name).as(where).contains(".xlsx");
                assertThat(xlsx(bytes).get(0).getCellText(0)).as(where).isNotBlank();
            }
            case "application/x-ndjson" -> {
                assertThat(name).as(where).contains(".jsonl");
                for (String line : text(bytes).lines().toList()) {
                    assertThat(new ObjectMapper().readTree(line).isObject())
                            .as(where)
                            .isTrue();
                }
            }
            case "application/zip", "application/java-archive" -> {
                assertThat(name).as(where).containsAnyOf(".zip", ".jar");
                try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                    assertThat(zip.getNextEntry()).as(where).isNotNull();
                }
            }
            case "application/pdf" ->
                assertThat(new String(bytes, 0, 5, StandardCharsets.US_ASCII))
                        .as(where)
                        .isEqualTo("%PDF-");
            case "text/plain" -> assertThat(text(bytes)).as(where).isNotBlank();
            default ->
                assertThat(type)
                        .as(where + ": a kind of file that nobody opened")
                        .isEmpty();
        }
    }

    /** All rows, each of as many cells as the head. */
    static List<List<String>> csv(byte[] bytes) throws IOException {
        try (CsvReader<CsvRecord> csv =
                CsvReader.builder().ofCsvRecord(text(bytes).replaceFirst("^\uFEFF", ""))) {
            List<List<String>> rows = csv.stream().map(CsvRecord::getFields).toList();
            assertThat(rows).allSatisfy(row -> assertThat(row).hasSameSizeAs(rows.get(0)));
            return rows;
        }
    }

    static List<Row> xlsx(byte[] bytes) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            return book.getFirstSheet().read();
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
