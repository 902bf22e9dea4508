package org.kizuna.shared.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A workbook that says it was made at a given moment: its writer says when it ran, so no two would be alike. */
public final class FixedWorkbook {

    private static final String PROPERTIES = "docProps/core.xml";

    private FixedWorkbook() {}

    /** Copies a workbook; the same content and moment give the same bytes. */
    public static void copy(Path workbook, OutputStream out, Instant moment) throws IOException {
        ZipOutputStream copy = new ZipOutputStream(out, StandardCharsets.UTF_8);
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            List<? extends ZipEntry> entries =
                    zip.stream().sorted(Comparator.comparing(ZipEntry::getName)).toList();
            for (ZipEntry entry : entries) {
                ZipEntry fixed = new ZipEntry(entry.getName());
                fixed.setTimeLocal(LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
                copy.putNextEntry(fixed);
                try (InputStream in = zip.getInputStream(entry)) {
                    if (entry.getName().equals(PROPERTIES)) {
                        copy.write(properties(in.readAllBytes(), moment));
                    } else {
                        in.transferTo(copy);
                    }
                }
                copy.closeEntry();
            }
        }
        copy.finish();
    }

    private static byte[] properties(byte[] xml, Instant moment) {
        String fixed = new String(xml, StandardCharsets.UTF_8)
                .replaceAll("(<dcterms:(created|modified)[^>]*>)[^<]*", "$1" + moment.truncatedTo(ChronoUnit.SECONDS));
        return fixed.getBytes(StandardCharsets.UTF_8);
    }
}
