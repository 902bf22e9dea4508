package org.kizuna.history.audit;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.ChangeSet;
import org.kizuna.history.JournalReader;
import org.kizuna.history.RawSet;
import org.kizuna.history.audit.Finding.Kind;
import org.kizuna.history.proof.LeafText;
import org.kizuna.history.proof.MerkleTree;
import org.kizuna.history.proof.SealingFinding;
import org.kizuna.history.proof.SealingOrder;
import org.kizuna.shared.Sql;

/** Computes every leaf, every subtree and every root again from the journal's own columns. */
final class SealCheck {

    private static final int AT_ONCE = 500;

    private final Connection connection;
    private final Consumer<Finding> findings;
    private final LongConsumer progress;
    private final GrowingTree tree = new GrowingTree();
    private final HeadCheck heads;
    private final Duration longest;

    /**
     * @param heads of a tree whose size bounds what is looked at: sealing goes on meanwhile
     * @param longest transaction there can have been
     * @param progress is told how many leaves were looked at
     */
    SealCheck(
            Connection connection,
            HeadCheck heads,
            Duration longest,
            Consumer<Finding> findings,
            LongConsumer progress) {
        this.connection = connection;
        this.heads = heads;
        this.longest = longest;
        this.findings = findings;
        this.progress = progress;
    }

    void run() throws SQLException {
        List<Leaf> some = leaves(-1);
        while (!some.isEmpty()) {
            Map<Long, Instant> recorded = sets(some);
            for (Leaf leaf : some) {
                dated(leaf, recorded.get(leaf.changeSet()));
                grow(leaf);
            }
            subtrees(tree.completed());
            progress.accept(tree.size());
            some = leaves(some.get(some.size() - 1).index());
        }
        heads.rest(tree.size());
        surplusLeaves();
        surplusSubtrees();
    }

    /** Only whether the change sets are what was sealed, from a leaf on. */
    void leavesFrom(long first) throws SQLException {
        List<Leaf> some = leaves(first - 1);
        while (!some.isEmpty()) {
            sets(some);
            long last = some.get(some.size() - 1).index();
            progress.accept(last + 1);
            some = leaves(last);
        }
    }

    /** What was put in afterwards says that it is older than the heads before it. */
    private void dated(Leaf leaf, @Nullable Instant recordedAt) {
        if (recordedAt != null) {
            SealingOrder.broken(recordedAt, heads.before(), heads.sealedAt(), longest)
                    .ifPresent(kind -> findings.accept(new Finding(
                            Kind.valueOf(kind.name()),
                            "journal_change_set, id " + leaf.changeSet(),
                            "recorded_at",
                            kind == SealingFinding.Kind.BACK_DATED
                                    ? "not before " + heads.before()
                                    : "not after " + heads.sealedAt(),
                            recordedAt.toString())));
        }
    }

    private void grow(Leaf leaf) throws SQLException {
        if (leaf.index() != tree.size()) {
            findings.accept(new Finding(
                    Kind.TREE_ALTERED,
                    "journal_leaf, leaf " + leaf.index(),
                    "leaf_index",
                    Long.toString(tree.size()),
                    Long.toString(leaf.index())));
        }
        tree.append(HexFormat.of().parseHex(leaf.hash()));
        heads.at(tree);
    }

    /** @return when each that is as it was sealed says that it was recorded */
    private Map<Long, Instant> sets(List<Leaf> leaves) throws SQLException {
        Map<Long, Instant> recorded = new HashMap<>();
        List<Long> ids = leaves.stream().map(Leaf::changeSet).toList();
        Map<Long, Integer> counts = counts(ids);
        Map<Long, ChangeSet> sets = read(ids);
        new PersonCheck(connection, findings).run(sets.values());
        for (Leaf leaf : leaves) {
            String place = "journal_change_set, id " + leaf.changeSet();
            ChangeSet set = sets.get(leaf.changeSet());
            Integer count = counts.get(leaf.changeSet());
            if (count == null) {
                findings.accept(Finding.of(Kind.CHANGE_SET_MISSING, place));
            } else if (set == null) {
                findings.accept(Finding.of(Kind.UNREADABLE, place));
                if (!leaf.hash().equals(hashOf(RawSet.text(connection, leaf.changeSet())))) {
                    findings.accept(Finding.of(Kind.CHANGE_SET_ALTERED, place));
                }
            } else {
                if (leaf.hash().equals(hashOf(set))) {
                    recorded.put(leaf.changeSet(), set.rows().get(0).recordedAt());
                } else {
                    findings.accept(new Finding(Kind.CHANGE_SET_ALTERED, place + described(set), null, null, null));
                }
                if (count != set.changes().size()) {
                    findings.accept(new Finding(
                            Kind.CHANGE_SET_ALTERED,
                            place,
                            "change_count",
                            Integer.toString(set.changes().size()),
                            Integer.toString(count)));
                }
            }
        }
        return recorded;
    }

    private static String hashOf(String text) {
        return hex(MerkleTree.leaf(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static @Nullable String hashOf(ChangeSet set) {
        try {
            return hex(LeafText.leafOf(set));
        } catch (IllegalArgumentException e) {
            // a number that no change was ever written with
            return null;
        }
    }

    private static String described(ChangeSet set) {
        return set.changes().stream()
                .map(change -> change.entity() + " " + change.entityId() + " (" + change.reference() + ")")
                .limit(3)
                .reduce((a, b) -> a + ", " + b)
                .map(text -> ": " + text)
                .orElse("");
    }

    /** Those that can be read. */
    private Map<Long, ChangeSet> read(List<Long> ids) throws SQLException {
        Map<Long, ChangeSet> sets = new HashMap<>();
        JournalReader reader = new JournalReader(connection);
        try {
            reader.sets(ids).forEach(set -> sets.put(set.id(), set));
        } catch (IllegalArgumentException | SQLDataException | DateTimeException e) {
            if (ids.size() > 1) {
                for (long id : ids) {
                    sets.putAll(read(List.of(id)));
                }
            }
        }
        return sets;
    }

    private Map<Long, Integer> counts(List<Long> ids) throws SQLException {
        Map<Long, Integer> counts = new HashMap<>();
        Sql.on(
                        connection,
                        "SELECT id, change_count FROM journal_change_set WHERE id IN (" + Sql.marks(ids.size()) + ")",
                        ids)
                .each(row -> counts.put(row.getLong(1), row.getInt(2)));
        return counts;
    }

    private List<Leaf> leaves(long after) throws SQLException {
        return Sql.on(
                        connection,
                        "SELECT leaf_index, change_set_id, hash FROM journal_leaf WHERE leaf_index > ? AND leaf_index < ?"
                                + " ORDER BY leaf_index LIMIT " + AT_ONCE,
                        after,
                        heads.newest())
                .list(row -> new Leaf(row.getLong(1), row.getLong(2), hex(row.getBytes(3))));
    }

    private void subtrees(Map<GrowingTree.Place, byte[]> computed) throws SQLException {
        if (computed.isEmpty()) {
            return;
        }
        Map<GrowingTree.Place, byte[]> kept = kept(new ArrayList<>(computed.keySet()));
        computed.forEach((place, hash) -> {
            byte[] found = kept.get(place);
            if (!Arrays.equals(hash, found)) {
                findings.accept(new Finding(
                        Kind.TREE_ALTERED,
                        "journal_subtree, level " + place.level() + ", subtree_index " + place.index(),
                        "hash",
                        hex(hash),
                        found == null ? null : hex(found)));
            }
        });
    }

    private Map<GrowingTree.Place, byte[]> kept(List<GrowingTree.Place> places) throws SQLException {
        List<Object> values = new ArrayList<>();
        places.forEach(place -> values.addAll(List.of(place.level(), place.index())));
        Map<GrowingTree.Place, byte[]> kept = new TreeMap<>();
        Sql.on(
                        connection,
                        "SELECT level, subtree_index, hash FROM journal_subtree WHERE (level, subtree_index) IN ("
                                + Sql.marks(places.size(), "(?,?)") + ")",
                        values)
                .each(row -> kept.put(new GrowingTree.Place(row.getInt(1), row.getLong(2)), row.getBytes(3)));
        return kept;
    }

    /** Those that no head stands for; one statement sees one moment, whatever is sealed meanwhile. */
    private void surplusLeaves() throws SQLException {
        surplus("SELECT 'journal_leaf, leaf', leaf_index FROM journal_leaf WHERE leaf_index < 0 OR leaf_index >="
                + " (SELECT COALESCE(MAX(tree_size), 0) FROM journal_head)");
    }

    /** Those that have not all the leaves beneath them. */
    private void surplusSubtrees() throws SQLException {
        surplus("SELECT CONCAT('journal_subtree, level ', level, ', subtree_index'), subtree_index FROM journal_subtree"
                + " WHERE level < 1 OR level > 62 OR subtree_index < 0 OR (subtree_index + 1) * POW(2, level) >"
                + " (SELECT COALESCE(MAX(tree_size), 0) FROM journal_head)");
    }

    private void surplus(String sql) throws SQLException {
        Sql.on(connection, sql)
                .each(row -> findings.accept(Finding.of(Kind.TREE_ALTERED, row.getString(1) + " " + row.getLong(2))));
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private record Leaf(long index, long changeSet, String hash) {}
}
