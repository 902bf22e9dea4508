package org.kizuna.history.dossier;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.ChangeSet;
import org.kizuna.history.CooperationScope;
import org.kizuna.history.HistoryScope;
import org.kizuna.history.JournalEntry;
import org.kizuna.history.JournalPlace;
import org.kizuna.history.JournalReader;
import org.kizuna.history.PersonalData;
import org.kizuna.history.vocabulary.Vocabulary;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Sql;

/** Walks through the sealed change sets that belong to a question, in the order of the tree. */
final class SealedHistory {

    private static final int AT_ONCE = 200;

    /** How often a dossier's writing walks through all of it. */
    private static final int WALKS = 5;

    private final Connection connection;
    private final HistoryScope scope;
    private final long size;
    private final @Nullable Set<RecordRef> records;
    private final long @Nullable [] places;
    private final long[] leaves;
    private final Findings findings;
    private final IntConsumer progress;
    private int walks;

    /** @param size of the tree: what was sealed later is not known */
    SealedHistory(Connection connection, DossierQuestion question, long size, Findings findings, IntConsumer progress)
            throws SQLException {
        this.connection = connection;
        this.scope = question.scope();
        this.size = size;
        this.findings = findings;
        this.progress = progress;
        RecordRef cooperation = scope.cooperation();
        if (cooperation == null) {
            records = null;
            places = null;
            leaves = LongStream.range(0, size).toArray();
        } else {
            CooperationScope found = CooperationScope.sealed(connection, size);
            records = question.part() == DossierQuestion.Part.MONEY
                    ? found.money(cooperation)
                    : found.around(cooperation);
            List<JournalPlace> changes = found.changes(records);
            places = changes.stream().mapToLong(JournalPlace::packed).toArray();
            leaves = leavesOf(changes);
        }
    }

    /** The records that belong to the question, or null for all. */
    @Nullable
    Set<RecordRef> records() {
        return records;
    }

    /** How many changes belong to the question, whatever its period. */
    long changes() throws SQLException {
        if (places != null) {
            return places.length;
        }
        return Sql.on(
                        connection,
                        "SELECT COALESCE(SUM(s.change_count), 0) FROM journal_leaf l JOIN journal_change_set s"
                                + " ON s.id = l.change_set_id WHERE l.leaf_index < ?",
                        size)
                .number();
    }

    private long[] leavesOf(List<JournalPlace> found) throws SQLException {
        long[] sets =
                found.stream().mapToLong(JournalPlace::changeSet).distinct().toArray();
        LongStream.Builder builder = LongStream.builder();
        for (int from = 0; from < sets.length; from += AT_ONCE) {
            long[] some = Arrays.copyOfRange(sets, from, Math.min(sets.length, from + AT_ONCE));
            in("SELECT leaf_index FROM journal_leaf WHERE change_set_id IN (%s) AND leaf_index < " + size, some)
                    .each(row -> builder.add(row.getLong(1)));
        }
        return builder.build().sorted().toArray();
    }

    /** Every change set of the period, with those of its changes that belong to the question. */
    void each(Visitor visitor) throws SQLException, IOException {
        each(visitor, (leaf, hash, changeSet) -> {});
    }

    /** @param raw is shown those that can't be read as change sets */
    void each(Visitor visitor, RawVisitor raw) throws SQLException, IOException {
        int walk = walks++;
        for (int from = 0; from < leaves.length; from += AT_ONCE) {
            progress.accept(
                    Math.min(99, (int) (((long) walk * leaves.length + from) * 100 / ((long) WALKS * leaves.length))));
            long[] some = Arrays.copyOfRange(leaves, from, Math.min(leaves.length, from + AT_ONCE));
            Map<Long, Sealed> sealed = new LinkedHashMap<>();
            in(
                            "SELECT change_set_id, leaf_index, hash FROM journal_leaf WHERE leaf_index IN (%s) ORDER BY leaf_index",
                            some)
                    .each(row -> sealed.put(
                            row.getLong(1),
                            new Sealed(row.getLong(2), HexFormat.of().formatHex(row.getBytes(3)))));
            Set<Long> unreadable = new TreeSet<>();
            Map<Long, ChangeSet> sets = sets(List.copyOf(sealed.keySet()), unreadable);
            for (Map.Entry<Long, Sealed> leaf : sealed.entrySet()) {
                ChangeSet set = sets.get(leaf.getKey());
                if (unreadable.contains(leaf.getKey())) {
                    raw.set(leaf.getValue().leaf(), leaf.getValue().hash(), leaf.getKey());
                }
                if (set != null && inPeriod(set.rows().get(0))) {
                    List<JournalEntry> belonging = belonging(set.rows());
                    visitor.set(new SealedSet(
                            leaf.getValue().leaf(),
                            leaf.getValue().hash(),
                            set,
                            belonging,
                            new PersonalData(connection)
                                    .told(belonging).stream()
                                            .map(row -> row.inWordsOf(Vocabulary.today()))
                                            .toList()));
                }
            }
        }
    }

    private Map<Long, ChangeSet> sets(List<Long> ids, Set<Long> unreadable) throws SQLException {
        Map<Long, ChangeSet> sets = new HashMap<>();
        try {
            new JournalReader(connection).sets(ids).forEach(set -> sets.put(set.id(), set));
        } catch (IllegalArgumentException | SQLDataException | DateTimeException e) {
            // a word of the journal is none that there is: one of them is to be named, the others are to be read
            if (ids.size() == 1) {
                findings.unreadable(ids.get(0));
                unreadable.add(ids.get(0));
            } else {
                for (Long id : ids) {
                    sets.putAll(sets(List.of(id), unreadable));
                }
            }
            return sets;
        }
        ids.stream().filter(id -> !sets.containsKey(id)).forEach(findings::missing);
        return sets;
    }

    private boolean inPeriod(JournalEntry set) {
        LocalDate day = set.recordedAt().atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate from = scope.from();
        LocalDate to = scope.to();
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    private List<JournalEntry> belonging(List<JournalEntry> set) {
        long[] wanted = places;
        return wanted == null
                ? set
                : set.stream()
                        .filter(row ->
                                Arrays.binarySearch(wanted, new JournalPlace(row.changeSet(), row.position()).packed())
                                        >= 0)
                        .toList();
    }

    private Sql in(String sql, long[] values) {
        return Sql.on(
                connection,
                sql.formatted(Sql.marks(values.length)),
                LongStream.of(values).boxed().toList());
    }

    private record Sealed(long leaf, String hash) {}

    /** Is shown one change set after the other that can't be read as one. */
    interface RawVisitor {
        void set(long leaf, String hash, long changeSet) throws IOException, SQLException;
    }

    /** Is shown one change set after the other. */
    interface Visitor {
        void set(SealedSet set) throws IOException, SQLException;
    }
}
