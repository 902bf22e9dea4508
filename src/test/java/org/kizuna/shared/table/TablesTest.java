package org.kizuna.shared.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesTest {

    @Test
    void writesCsvThatSpreadsheetsOpen() throws IOException {
        String csv = written(Table.Format.CSV);
        assertThat(csv).isEqualTo("\uFEFFname,amount\r\n\"Bolivia, Plurinational State of\",-5.00\r\n'=1+1,\r\n");
    }

    @Test
    void writesALineOfJsonForEachRowAsItIs() throws IOException {
        assertThat(written(Table.Format.JSONL))
                .isEqualTo(
                        "{\"name\":\"Bolivia, Plurinational State of\",\"amount\":\"-5.00\"}\n{\"name\":\"=1+1\"}\n");
    }

    @Test
    void writesXlsxWithEveryRow(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("rows.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Table table = Tables.open(Table.Format.XLSX, out, "Rows", List.of("number"))) {
            for (int i = 0; i < 2500; i++) {
                table.row(List.of("row " + i));
            }
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            String sheet = entry(zip, "xl/worksheets/sheet1.xml");
            assertThat(entry(zip, "xl/sharedStrings.xml") + sheet).contains("row 0", "row 1000", "row 2499");
            assertThat(sheet).contains("r=\"2501\"");
        }
    }

    private static String written(Table.Format format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Table table = Tables.open(format, out, "Rows", List.of("name", "amount"))) {
            table.row(List.of("Bolivia, Plurinational State of", "-5.00"));
            table.row(Arrays.asList("=1+1", null));
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String entry(ZipFile zip, String name) throws IOException {
        return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
}
