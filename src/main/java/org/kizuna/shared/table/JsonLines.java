package org.kizuna.shared.table;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object for each row on a line of its own. What a row has no text for is not in its object. Programs read it, so
 * nothing in it is altered for the sake of spreadsheets.
 */
final class JsonLines implements Table {

    private final JsonProvider json = JsonProvider.provider();
    private final Writer out;
    private final List<String> header;

    JsonLines(OutputStream stream, List<String> header) {
        out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        this.header = header;
    }

    @Override
    public void row(List<@Nullable String> cells) throws IOException {
        JsonObjectBuilder object = json.createObjectBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            if (cell != null && !cell.isEmpty()) {
                object.add(header.get(column), cell);
            }
        }
        out.write(object.build().toString());
        out.write('\n');
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
