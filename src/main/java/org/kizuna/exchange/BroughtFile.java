package org.kizuna.exchange;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody brought, as tables of texts; it makes no sense of them.
 *
 * @param problem what is wrong with the file as a whole, or null
 */
record BroughtFile(@Nullable Finding problem, List<Sheet> sheets) {

    /** More is asked to come in several files. */
    static final int MOST_ROWS = 100_000;

    private static final byte[] PDF = {'%', 'P', 'D', 'F'};
    private static final byte[] PACKED = {'P', 'K', 3, 4};
    private static final byte[] OLD_OFFICE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] UTF_16_LE = {(byte) 0xFF, (byte) 0xFE};
    private static final byte[] UTF_16_BE = {(byte) 0xFE, (byte) 0xFF};

    static BroughtFile read(InputStream in) throws IOException {
        byte[] bytes = new BufferedInputStream(in).readAllBytes();
        if (begins(bytes, PDF)) {
            return refused("importIsPdf");
        }
        if (begins(bytes, OLD_OFFICE)) {
            return refused("importIsOldWorkbook");
        }
        if (begins(bytes, PACKED)) {
            return WorkbookTables.read(bytes);
        }
        if (begins(bytes, UTF_16_LE) || begins(bytes, UTF_16_BE)) {
            return text(bytes, StandardCharsets.UTF_16);
        }
        return text(bytes, StandardCharsets.UTF_8);
    }

    private static boolean begins(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && java.util.Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    private static BroughtFile text(byte[] bytes, Charset charset) throws IOException {
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return CsvTable.read(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            return refused("importNotUtf8", undecodable(bytes));
        }
    }

    /** The first line that is not UTF-8. */
    private static long undecodable(byte[] bytes) throws IOException {
        long line = 1;
        int from = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i == bytes.length || bytes[i] == '\n') {
                try (InputStream part = new ByteArrayInputStream(bytes, from, i - from)) {
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(part.readAllBytes()));
                } catch (CharacterCodingException e) {
                    return line;
                }
                line++;
                from = i + 1;
            }
        }
        return line;
    }

    static BroughtFile refused(String key, Object... arguments) {
        return new BroughtFile(new Finding(Finding.Severity.ERROR, "", key, List.of(arguments)), List.of());
    }
}
