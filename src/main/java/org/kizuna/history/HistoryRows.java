package org.kizuna.history;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.table.Table;

/** The journal as a table: one row for each field that changed, and the control totals at the end. */
public final class HistoryRows {

    public static final List<String> HEADER = List.of(
            "sequence",
            "position",
            "recorded_at_utc",
            "actor",
            "role",
            "channel",
            "action",
            "reason",
            "record_kind",
            "record_reference",
            "operation",
            "version",
            "field",
            "before",
            "after");

    private static final int FIELD = HEADER.indexOf("field");

    private HistoryRows() {}

    public static void write(JournalEntry entry, Table table, ControlTotals totals) throws IOException {
        List<FieldChange> fields = entry.readableFields();
        totals.count(entry, fields);
        @Nullable
        String[] cells = {
            Long.toString(entry.changeSet()),
            Integer.toString(entry.position()),
            entry.recordedAt().toString(),
            entry.actor(),
            entry.role(),
            entry.channel(),
            entry.action(),
            entry.reason(),
            entry.entity() == null ? "NOTE" : entry.entity(),
            entry.reference(),
            entry.operation() == null ? null : entry.operation().name(),
            entry.version() == null ? null : Long.toString(entry.version()),
            "",
            null,
            null
        };
        for (FieldChange field : fields.isEmpty() ? List.of(new FieldChange("", null, null)) : fields) {
            totals.countRow();
            cells[FIELD] = field.field();
            cells[FIELD + 1] = field.before();
            cells[FIELD + 2] = field.after();
            table.row(Arrays.asList(cells));
        }
    }

    /** Writes what the table is checked by. */
    public static void close(Table table, ControlTotals totals) throws IOException {
        for (Map.Entry<String, String> total : totals.figures().entrySet()) {
            table.row(Arrays.asList(
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    "control total",
                    null,
                    "CONTROL",
                    null,
                    null,
                    null,
                    total.getKey(),
                    null,
                    total.getValue()));
        }
    }
}
