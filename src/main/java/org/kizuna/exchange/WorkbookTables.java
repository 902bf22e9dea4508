package org.kizuna.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** Takes the rows out of a workbook [ECMA-376]. Files that would fill the memory, or name others, are not opened. */
final class WorkbookTables {

    private static final long LARGEST = 200L << 20;
    private static final int MOST_PARTS = 2000;
    private static final int MOST_SHEETS = 50;
    private static final int MOST_COLUMNS = 200;
    private static final String NO_WORKBOOK = "importNoWorkbook";
    private static final String HARMFUL = "importWorkbookRefused";
    private static final String TABLE = "xl/workbook.xml";

    private static final ReadingOptions AS_FORMATTED = new ReadingOptions(true, true);

    /** What a format shows as it is, and colours, currencies and conditions. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.");

    private static final Pattern DAY_FORMAT = Pattern.compile("(?i)y|\\bd{1,4}\\b");

    /** A number of three decimals could be read as thousands: it gets a fourth. */
    private static final int AMBIGUOUS_SCALE = 3;

    private WorkbookTables() {}

    static BroughtFile read(byte[] bytes) throws IOException {
        String refusal = inspect(bytes);
        if (refusal != null) {
            return BroughtFile.refused(refusal);
        }
        List<Sheet> sheets = new ArrayList<>();
        int rows = 0;
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes), AS_FORMATTED)) {
            for (var sheet : seen(workbook)) {
                List<SheetRow> some = new ArrayList<>();
                try (Stream<Row> stream = sheet.openStream()) {
                    for (Row row : (Iterable<Row>) stream::iterator) {
                        if (++rows > BroughtFile.MOST_ROWS + 1) {
                            return BroughtFile.refused("importTooManyRows", BroughtFile.MOST_ROWS);
                        }
                        some.add(new SheetRow(row.getRowNum(), cells(row)));
                    }
                }
                sheets.add(new Sheet(sheet.getName(), padded(some)));
            }
        } catch (ExcelReaderException | IllegalArgumentException | IllegalStateException | IOException e) {
            return BroughtFile.refused(NO_WORKBOOK);
        }
        return new BroughtFile(null, sheets);
    }

    /** What nobody sees nobody means to bring, unless there is nothing else. */
    private static List<org.dhatim.fastexcel.reader.Sheet> seen(ReadableWorkbook workbook) {
        List<org.dhatim.fastexcel.reader.Sheet> all = workbook.getSheets().toList();
        List<org.dhatim.fastexcel.reader.Sheet> visible = all.stream()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .toList();
        return (visible.isEmpty() ? all : visible).stream().limit(MOST_SHEETS).toList();
    }

    /** A sheet keeps no cells after the last that is filled. */
    private static List<SheetRow> padded(List<SheetRow> rows) {
        int widest = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        return rows.stream()
                .map(row -> {
                    List<String> cells = new ArrayList<>(row.cells());
                    cells.addAll(Collections.nCopies(widest - cells.size(), ""));
                    return new SheetRow(row.line(), cells);
                })
                .toList();
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < Math.min(row.getCellCount(), MOST_COLUMNS); column++) {
            cells.add(row.getOptionalCell(column).map(WorkbookTables::text).orElse(""));
        }
        return cells;
    }

    private static String text(Cell cell) {
        String raw = cell.getType() == CellType.STRING ? cell.getText() : cell.getRawValue();
        if (raw == null) {
            return "";
        }
        if (cell.getType() == CellType.BOOLEAN) {
            return String.valueOf(cell.asBoolean()).toUpperCase(Locale.ROOT);
        }
        if (cell.getType() == CellType.NUMBER && isDay(cell)) {
            return cell.asDate().toLocalDate().toString();
        }
        boolean number = cell.getType() == CellType.NUMBER
                || (cell.getType() == CellType.FORMULA && raw.matches("-?\\d+(\\.\\d+)?([eE][-+]?\\d{1,3})?"));
        return number ? number(raw) : CsvTable.clean(raw);
    }

    /** By the numbers that ECMA-376 (18.8.30) gives to formats of days, or by the format's letters. */
    private static boolean isDay(Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id != null && ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))) {
            return true;
        }
        String format = cell.getDataFormatString();
        return format != null
                && DAY_FORMAT.matcher(LITERAL.matcher(format).replaceAll("")).find();
    }

    private static String number(String raw) {
        try {
            BigDecimal number = new BigDecimal(raw);
            if (Math.abs((long) number.scale()) > 40) {
                return raw;
            }
            BigDecimal plain = number.stripTrailingZeros();
            return plain.setScale(plain.scale() == AMBIGUOUS_SCALE ? AMBIGUOUS_SCALE + 1 : Math.max(0, plain.scale()))
                    .toPlainString();
        } catch (NumberFormatException e) {
            return CsvTable.clean(raw);
        }
    }

    /** What stands against opening it, by the directory that the reader goes by. */
    private static @Nullable String inspect(byte[] bytes) {
        long size = 0;
        int parts = 0;
        byte[] buffer = new byte[1 << 14];
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            if (zip.getEntry(TABLE) == null) {
                return NO_WORKBOOK;
            }
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                try (InputStream part = zip.getInputStream(entry)) {
                    int read = part.readNBytes(buffer, 0, buffer.length);
                    String start = new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
                    if (++parts > MOST_PARTS || start.contains("<!DOCTYPE") || start.contains("<!ENTITY")) {
                        return HARMFUL;
                    }
                    size += read + rest(part, LARGEST - size);
                }
                if (size > LARGEST) {
                    return HARMFUL;
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            return NO_WORKBOOK;
        }
        return null;
    }

    /** Bytes that follow, no more than a few beyond the limit. */
    private static long rest(InputStream in, long limit) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        for (int read = in.read(buffer); read >= 0 && size <= limit; read = in.read(buffer)) {
            size += read;
        }
        return size;
    }
}
