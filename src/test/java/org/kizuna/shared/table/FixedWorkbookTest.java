package org.kizuna.shared.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixedWorkbookTest {

    private static final Instant MOMENT = Instant.parse("2021-06-29T10:15:30.123456Z");

    @TempDir
    private Path folder;

    @Test
    void saysTheMomentAndNothingOfWhenItRan() throws IOException {
        byte[] bytes = fixed(workbook("協力"), MOMENT);
        boolean properties = false;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getTimeLocal()).as(entry.getName()).hasYear(2021);
                if (entry.getName().equals("docProps/core.xml")) {
                    properties = true;
                    assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                            .contains(">2021-06-29T10:15:30Z<");
                }
            }
        }
        assertThat(properties).isTrue();
        assertThat(fixed(workbook("協力"), MOMENT)).isEqualTo(bytes);
        assertThat(fixed(workbook("accord"), MOMENT)).isNotEqualTo(bytes);
        assertThat(fixed(workbook("協力"), MOMENT.plusSeconds(60))).isNotEqualTo(bytes);
    }

    @Test
    void staysAWorkbook() throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(fixed(workbook("協力"), MOMENT)))) {
            assertThat(book.getFirstSheet().read())
                    .extracting(row -> row.getCellText(0))
                    .containsExactly("name", "協力", "'=1+1");
        }
    }

    private Path workbook(String cell) throws IOException {
        Path file = folder.resolve("book.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Table table = Tables.open(Table.Format.XLSX, out, "History", List.of("name"))) {
            table.row(List.of(cell));
            table.row(List.of("=1+1"));
        }
        return file;
    }

    private static byte[] fixed(Path file, Instant moment) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FixedWorkbook.copy(file, out, moment);
        return out.toByteArray();
    }
}
