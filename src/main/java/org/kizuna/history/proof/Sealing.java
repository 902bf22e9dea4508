package org.kizuna.history.proof;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.kizuna.history.ChangeSet;
import org.kizuna.history.JournalReader;
import org.kizuna.shared.Time;

/**
 * Appends the change sets that are committed and not yet sealed to the tree, and signs its new head: all of it in one
 * transaction, so that a crash leaves no half of it. Two that seal at once want the same leaf's number, which is
 * unique: the second gives up, and nothing of it remains.
 */
final class Sealing {

    static final int AT_ONCE = 500;

    /**
     * A change set gets its number when it is written and is seen when it is committed, so a lower number can come
     * after a higher one. No transaction takes as long as this.
     */
    private static final Duration LONGEST_TRANSACTION = Duration.ofHours(1);

    private final Connection connection;
    private final SealingKey key;
    private final Clock clock;

    /** @param connection in a transaction, which the caller ends */
    Sealing(Connection connection, SealingKey key, Clock clock) {
        this.connection = connection;
        this.key = key;
        this.clock = clock;
    }

    /**
     * @param known number up to which every change set is known to be sealed
     * @return how many were sealed, and the number up to which all are now
     */
    SealingRound.Done seal(long known) throws SQLException {
        long settled = Math.max(known, settledBefore());
        Instant now = Time.now(clock);
        List<Long> ids = unsealed(settled);
        long reached = ids.size() < AT_ONCE ? Math.max(settled, oldest(now)) : settled;
        if (ids.isEmpty()) {
            return new SealingRound.Done(0, reached);
        }
        SealedTree tree = new SealedTree(connection);
        long size = tree.head(null).map(TreeHead::size).orElse(0L);
        Growth growth = new Growth(tree, size);
        for (ChangeSet set : new JournalReader(connection).sets(ids)) {
            growth.append(set.id(), LeafText.leafOf(set));
        }
        growth.save(connection);
        save(growth.size, new MerkleTree(growth).root(growth.size), now, reached);
        return new SealingRound.Done(ids.size(), reached);
    }

    private long settledBefore() throws SQLException {
        return number("SELECT settled_id FROM journal_head ORDER BY tree_size DESC LIMIT 1");
    }

    private long oldest(Instant now) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT id FROM journal_change_set WHERE recorded_at < ? ORDER BY recorded_at DESC, id DESC LIMIT 1")) {
            query.setObject(1, LocalDateTime.ofInstant(now.minus(LONGEST_TRANSACTION), ZoneOffset.UTC));
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private long number(String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private List<Long> unsealed(long settled) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT s.id FROM journal_change_set s WHERE s.id > ? AND NOT EXISTS (SELECT 1 FROM journal_leaf l"
                        + " WHERE l.change_set_id = s.id) ORDER BY s.id LIMIT " + AT_ONCE)) {
            query.setLong(1, settled);
            List<Long> ids = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
            }
            return ids;
        }
    }

    private void save(long size, byte[] root, Instant now, long settled) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO journal_head (tree_size, root, sealed_at, key_id, public_key, signature, settled_id)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, size);
            insert.setBytes(2, root);
            insert.setObject(3, LocalDateTime.ofInstant(now, ZoneOffset.UTC));
            insert.setString(4, key.id());
            insert.setBytes(5, key.publicKey());
            insert.setBytes(
                    6, key.sign(TreeHead.signedBytes(size, HexFormat.of().formatHex(root), now, key.id())));
            insert.setLong(7, settled);
            insert.executeUpdate();
        }
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
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO journal_leaf (leaf_index, change_set_id, hash) VALUES (?, ?, ?)")) {
                for (int i = 0; i < changeSets.size(); i++) {
                    insert.setLong(1, first + i);
                    insert.setLong(2, changeSets.get(i));
                    insert.setBytes(3, leaves.get(first + i));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            if (!subtrees.isEmpty()) {
                try (PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO journal_subtree (level, subtree_index, hash) VALUES (?, ?, ?)")) {
                    for (Map.Entry<List<Long>, byte[]> subtree : subtrees.entrySet()) {
                        insert.setLong(1, subtree.getKey().get(0));
                        insert.setLong(2, subtree.getKey().get(1));
                        insert.setBytes(3, subtree.getValue());
                        insert.addBatch();
                    }
                    insert.executeBatch();
                }
            }
        }
    }
}
