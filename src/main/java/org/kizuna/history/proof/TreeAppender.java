package org.kizuna.history.proof;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.ChangeSet;
import org.kizuna.history.JournalReader;
import org.kizuna.history.RawSet;
import org.kizuna.shared.LongestTransaction;
import org.kizuna.shared.Sql;
import org.kizuna.shared.Time;

/**
 * Appends the change sets that are committed and not yet sealed to the tree, and signs its new head: all of it in one
 * transaction, so that a crash leaves no half of it. Two that seal at once want the same leaf's number, which is
 * unique: the second gives up, and nothing of it remains.
 */
final class TreeAppender {

    static final int AT_ONCE = 500;

    /**
     * What another server's clock may be ahead of this one's. What is recorded ahead of this one is sealed when its time
     * has come, and what is recorded further ahead is sealed at once, and named.
     */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

    private final Connection connection;
    private final SealingKey key;
    private final Clock clock;
    private final Duration longest;

    /**
     * @param connection in a transaction, which the caller ends
     * @param longest transaction there can have been
     */
    TreeAppender(Connection connection, SealingKey key, Clock clock, Duration longest) {
        this.connection = connection;
        this.key = key;
        this.clock = clock;
        this.longest = longest;
    }

    /**
     * @param known number up to which every change set is known to be sealed
     * @return how many were sealed, and the number up to which all are now
     */
    SealTransaction.Done seal(long known) throws SQLException {
        long settled = Math.max(known, settledBefore());
        SealedTree tree = new SealedTree(connection);
        Optional<TreeHead> last = tree.head(null);
        Instant before = last.map(TreeHead::sealedAt).orElse(null);
        Instant clockTime = Time.now(clock);
        Instant now = before != null && before.isAfter(clockTime) ? before : clockTime;
        long size = last.map(TreeHead::size).orElse(0L);
        long first = size;
        List<SealingFinding> findings = new ArrayList<>();
        // one head for all there is: a head between would make what waited with the others look older than it
        List<Long> ids = unsealed(settled, now);
        while (!ids.isEmpty()) {
            Growth growth = new Growth(tree, size);
            for (Leaf leaf : leaves(ids)) {
                growth.append(leaf.changeSet(), HexFormat.of().parseHex(leaf.hash()));
                leaf.finding(before, now, longest).ifPresent(findings::add);
            }
            growth.save(connection);
            size = growth.size;
            ids = ids.size() < AT_ONCE ? List.of() : unsealed(ids.get(AT_ONCE - 1), now);
        }
        save(findings, now);
        long reached = Math.max(settled, oldest(now));
        if (size > first) {
            save(size, new MerkleTree(tree).root(size), now, reached);
        }
        return new SealTransaction.Done(Math.toIntExact(size - first), reached, findings);
    }

    /** In the order of their numbers. */
    private List<Leaf> leaves(List<Long> ids) throws SQLException {
        List<Leaf> leaves = new ArrayList<>();
        try {
            for (ChangeSet set : new JournalReader(connection).sets(ids)) {
                leaves.add(new Leaf(
                        set.id(), hex(LeafText.leafOf(set)), set.rows().get(0).recordedAt()));
            }
            return leaves;
        } catch (IllegalArgumentException | SQLDataException | DateTimeException e) {
            // one of them is not as any change set was ever written: it alone is taken as it stands there
            if (ids.size() == 1) {
                byte[] text = RawSet.text(connection, ids.get(0)).getBytes(StandardCharsets.UTF_8);
                return List.of(new Leaf(ids.get(0), hex(MerkleTree.leaf(text)), null));
            }
        }
        leaves.clear();
        for (Long id : ids) {
            leaves.addAll(leaves(List.of(id)));
        }
        return leaves;
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    /**
     * @param hash as hexadecimal digits
     * @param recordedAt null where that can't be read
     */
    private record Leaf(
            long changeSet, String hash, @Nullable Instant recordedAt) {

        Optional<SealingFinding> finding(@Nullable Instant before, Instant now, Duration longest) {
            Optional<SealingFinding.Kind> kind = recordedAt == null
                    ? Optional.of(SealingFinding.Kind.UNREADABLE)
                    : SealingOrder.broken(recordedAt, before, now, longest);
            return kind.map(found -> new SealingFinding(changeSet, found));
        }
    }

    private long settledBefore() throws SQLException {
        return number("SELECT settled_id FROM journal_head ORDER BY tree_size DESC LIMIT 1");
    }

    /**
     * The number below which no transaction can still be under way: that of the last set before those of the longest
     * time a transaction takes. What says that it is older than that, and was found to lie, does not count.
     */
    private long oldest(Instant now) throws SQLException {
        Instant since = now.minus(LongestTransaction.MOST);
        long recent = number("SELECT MIN(id) FROM journal_change_set WHERE recorded_at >= ?", since);
        return recent > 0
                ? recent - 1
                : number(
                        "SELECT s.id FROM journal_change_set s FORCE INDEX (PRIMARY) WHERE s.recorded_at < ? AND NOT"
                                + " EXISTS (SELECT 1 FROM sealing_finding f WHERE f.change_set_id = s.id)"
                                + " ORDER BY s.id DESC LIMIT 1",
                        since);
    }

    private long number(String sql, Object... values) throws SQLException {
        return Sql.on(connection, sql, values).number();
    }

    private List<Long> unsealed(long settled, Instant now) throws SQLException {
        return Sql.on(
                        connection,
                        "SELECT s.id FROM journal_change_set s WHERE s.id > ? AND NOT EXISTS (SELECT 1 FROM journal_leaf l"
                                + " WHERE l.change_set_id = s.id) AND NOT (s.recorded_at > ? AND s.recorded_at <= ?)"
                                + " ORDER BY s.id LIMIT " + AT_ONCE,
                        settled,
                        now,
                        now.plus(CLOCKS_APART))
                .list(row -> row.getLong(1));
    }

    private void save(long size, byte[] root, Instant now, long settled) throws SQLException {
        Sql.on(
                        connection,
                        "INSERT INTO journal_head (tree_size, root, sealed_at, key_id, public_key, signature, settled_id)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                        size,
                        root,
                        now,
                        key.id(),
                        key.publicKey(),
                        key.sign(TreeHead.signedBytes(size, HexFormat.of().formatHex(root), now, key.id())),
                        settled)
                .update();
    }

    private void save(List<SealingFinding> findings, Instant now) throws SQLException {
        Sql.batch(
                connection,
                "INSERT INTO sealing_finding (change_set_id, kind, found_at) VALUES (?, ?, ?)",
                findings,
                finding -> new Object[] {finding.changeSet(), finding.kind().name(), now});
    }

    /** Leaves and subtrees that a round adds. */
    private static final class Growth implements MerkleTree.Subtrees {

        private final SealedTree before;
        private final Map<Long, byte[]> leaves = new HashMap<>();
        private final List<Long> changeSets = new ArrayList<>();
        private final Map<List<Long>, byte[]> subtrees = new HashMap<>();
        private final long first;
        private long size;

        Growth(SealedTree before, long size) {
            this.before = before;
            this.first = size;
            this.size = size;
        }

        void append(long changeSet, byte[] leaf) {
            long index = size++;
            leaves.put(index, leaf);
            changeSets.add(changeSet);
            byte[] hash = leaf;
            for (int level = 0; (index & 1) == 1; level++, index >>= 1) {
                hash = MerkleTree.node(hash(level, index - 1), hash);
                subtrees.put(List.of(level + 1L, index >> 1), hash);
            }
        }

        @Override
        public byte[] hash(int level, long index) {
            byte[] fresh = level == 0 ? leaves.get(index) : subtrees.get(List.of((long) level, index));
            return fresh == null ? before.hash(level, index) : fresh;
        }

        void save(Connection connection) throws SQLException {
            Sql.batch(
                    connection,
                    "INSERT INTO journal_leaf (leaf_index, change_set_id, hash) VALUES (?, ?, ?)",
                    LongStream.range(first, size).boxed().toList(),
                    leaf -> new Object[] {leaf, changeSets.get((int) (leaf - first)), leaves.get(leaf)});
            if (!subtrees.isEmpty()) {
                Sql.batch(
                        connection,
                        "INSERT INTO journal_subtree (level, subtree_index, hash) VALUES (?, ?, ?)",
                        subtrees.entrySet(),
                        subtree -> new Object[] {
                            subtree.getKey().get(0), subtree.getKey().get(1), subtree.getValue()
                        });
            }
        }
    }
}
