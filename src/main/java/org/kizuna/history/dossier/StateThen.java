package org.kizuna.history.dossier;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.CanonicalJson;
import org.kizuna.history.FieldChange;
import org.kizuna.history.JournalEntry;
import org.kizuna.history.JournalReader;
import org.kizuna.history.Replayed;
import org.kizuna.history.UnreadableChange;
import org.kizuna.shared.Standing;

/**
 * The records of a dossier as they stood on a day, as they were known at the head: every change that was sealed by
 * then laid one over the other, also those before the dossier's period.
 */
final class StateThen implements DossierPart {

    private final Connection connection;
    private final long size;
    private final LocalDate day;
    private final Map<String, Standing> standings = new HashMap<>();
    private final Map<String, TreeSet<Long>> records = new TreeMap<>();

    /** @param size of the tree: what was sealed later is not known */
    StateThen(Connection connection, long size, LocalDate day, Iterable<Standing> standings) {
        this.connection = connection;
        this.size = size;
        this.day = day;
        standings.forEach(standing -> this.standings.put(standing.kind(), standing));
    }

    @Override
    public void take(JournalEntry row, List<FieldChange> fields) {
        if (row.entity() != null) {
            records.computeIfAbsent(row.entity(), kind -> new TreeSet<>()).add(row.entityId());
        }
    }

    @Override
    public void write(BagItWriter bag) throws IOException, SQLException {
        try (OutputStream out = bag.file("state.jsonl")) {
            for (Map.Entry<String, TreeSet<Long>> kind : records.entrySet()) {
                for (long id : kind.getValue()) {
                    String line = line(kind.getKey(), id);
                    if (line != null) {
                        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
        }
    }

    private @Nullable String line(String kind, long id) throws SQLException {
        Replayed record = new Replayed();
        try {
            new JournalReader(connection).sealedChanges(kind, id, size).forEach(record::lay);
        } catch (UnreadableChange | IllegalArgumentException e) {
            // named among the findings by who reads the changes themselves
            return null;
        }
        if (!record.isThere()) {
            return null;
        }
        Standing standing = standings.get(kind);
        String stood = standing == null ? null : standing.on(day, record.texts());
        if (standing != null && stood == null) {
            return null;
        }
        StringBuilder fields = new StringBuilder();
        record.fields().forEach((name, value) -> fields.append(fields.isEmpty() ? "" : ",")
                .append(text(name))
                .append(':')
                .append(value));
        return "{\"entity\":" + text(kind) + ",\"entityId\":" + id + ",\"fields\":{" + fields + "},\"reference\":"
                + text(record.reference()) + ",\"stood\":" + text(stood) + ",\"version\":"
                + Objects.toString(record.version(), "null") + "}";
    }

    private static String text(@Nullable String value) {
        return CanonicalJson.write(value);
    }
}
