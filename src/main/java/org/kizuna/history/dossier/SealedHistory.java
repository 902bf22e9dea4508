package org.kizuna.history.dossier;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.ChangeSet;
import org.kizuna.history.CooperationScope;
import org.kizuna.history.HistoryScope;
import org.kizuna.history.JournalEntry;
import org.kizuna.history.JournalPlace;
import org.kizuna.history.JournalReader;
import org.kizuna.shared.RecordRef;

/** Walks through the sealed change sets that belong to a question, in the order of the tree. */
final class SealedHistory {

    private static final int AT_ONCE = 200;

    private final Connection connection;
    private final HistoryScope scope;
    private final long size;
    private final @Nullable Set<Long> places;
    private final long[] leaves;

    /** @param size of the tree: what was sealed later is not known */
    SealedHistory(Connection connection, HistoryScope scope, long size) throws SQLException {
        this.connection = connection;
        this.scope = scope;
        this.size = size;
        RecordRef cooperation = scope.cooperation();
        if (cooperation == null) {
            places = null;
            leaves = LongStream.range(0, size).toArray();
        } else {
            CooperationScope records = new CooperationScope(connection, newest());
            List<JournalPlace> found = records.changes(records.around(cooperation));
            places = new HashSet<>();
            found.forEach(place -> places.add(place.packed()));
            leaves = leavesOf(found);
        }
    }

    /** Number of the newest change set that is known. */
    private long newest() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT COALESCE(MAX(change_set_id), 0) FROM journal_leaf WHERE leaf_index < ?")) {
            query.setLong(1, size);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private long[] leavesOf(List<JournalPlace> found) throws SQLException {
        long[] sets =
                found.stream().mapToLong(JournalPlace::changeSet).distinct().toArray();
        LongStream.Builder builder = LongStream.builder();
        for (int from = 0; from < sets.length; from += AT_ONCE) {
            long[] some = java.util.Arrays.copyOfRange(sets, from, Math.min(sets.length, from + AT_ONCE));
            try (PreparedStatement query = in(
                    "SELECT leaf_index FROM journal_leaf WHERE change_set_id IN (%s) AND leaf_index < " + size, some)) {
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        builder.add(row.getLong(1));
                    }
                }
            }
        }
        return builder.build().sorted().toArray();
    }

    /** Every change set of the period, with those of its changes that belong to the question. */
    void each(Visitor visitor) throws SQLException, IOException {
        for (int from = 0; from < leaves.length; from += AT_ONCE) {
            long[] some = java.util.Arrays.copyOfRange(leaves, from, Math.min(leaves.length, from + AT_ONCE));
            Map<Long, Long> leafOf = new LinkedHashMap<>();
            try (PreparedStatement query = in(
                    "SELECT change_set_id, leaf_index FROM journal_leaf WHERE leaf_index IN (%s) ORDER BY leaf_index",
                    some)) {
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        leafOf.put(row.getLong(1), row.getLong(2));
                    }
                }
            }
            Map<Long, ChangeSet> sets = new HashMap<>();
            new JournalReader(connection)
                    .sets(new ArrayList<>(leafOf.keySet()))
                    .forEach(set -> sets.put(set.id(), set));
            for (Map.Entry<Long, Long> leaf : leafOf.entrySet()) {
                ChangeSet set = sets.get(leaf.getKey());
                if (set == null) {
                    throw new IllegalStateException(
                            "Change set " + leaf.getKey() + " is sealed, but no longer in the journal");
                }
                if (inPeriod(set.rows().get(0))) {
                    visitor.set(leaf.getValue(), set, belonging(set.rows()));
                }
            }
        }
    }

    private boolean inPeriod(JournalEntry set) {
        LocalDate day = set.recordedAt().atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate from = scope.from();
        LocalDate to = scope.to();
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    private List<JournalEntry> belonging(List<JournalEntry> set) {
        Set<Long> wanted = places;
        return wanted == null
                ? set
                : set.stream()
                        .filter(row -> wanted.contains(new JournalPlace(row.changeSet(), row.position()).packed()))
                        .toList();
    }

    private PreparedStatement in(String sql, long[] values) throws SQLException {
        PreparedStatement query =
                connection.prepareStatement(sql.formatted(String.join(",", Collections.nCopies(values.length, "?"))));
        for (int i = 0; i < values.length; i++) {
            query.setLong(i + 1, values[i]);
        }
        return query;
    }

    /** Is shown one change set after the other. */
    interface Visitor {

        /**
         * @param belonging those of the set's rows that belong to the question
         */
        void set(long leaf, ChangeSet set, List<JournalEntry> belonging) throws IOException;
    }
}
