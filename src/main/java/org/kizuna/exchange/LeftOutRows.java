package org.kizuna.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kizuna.document.Content;
import org.kizuna.shared.Words;
import org.kizuna.shared.table.Table;
import org.kizuna.shared.table.Tables;

/** The rows that are left out of an import, as a file that can be mended and brought again, with the reason of each. */
final class LeftOutRows implements Content {

    private final String fileName;
    private final byte[] bytes;

    LeftOutRows(String of, Preview preview, Locale language) throws IOException {
        int dot = of.lastIndexOf('.');
        fileName = (dot > 0 ? of.substring(0, dot) : of) + "-left-out.csv";
        List<String> heads = Stream.concat(
                        Stream.of(StatementColumn.values()).map(StatementColumn::head), Stream.of("line", "reason"))
                .toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Table table = Tables.open(Table.Format.CSV, out, fileName, heads)) {
            for (StatementRow row : preview.rows()) {
                if (row.hasErrors()) {
                    table.row(List.of(
                            row.yearText(),
                            row.donor(),
                            row.category(),
                            row.revenueType(),
                            row.amountText(),
                            Long.toString(row.line()),
                            reasons(row, language)));
                }
            }
        }
        bytes = out.toByteArray();
    }

    private static String reasons(StatementRow row, Locale language) {
        return row.findings().stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .map(finding -> finding.column() + ": " + Words.text(language, finding.key(), finding.arguments()))
                .collect(Collectors.joining("; "));
    }

    @Override
    public String fileName() {
        return fileName;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }
}
