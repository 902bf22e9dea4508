package org.kizuna.history.proof;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Sql;

/** Reads leaves, subtrees and heads from their tables. */
public final class SealedTree implements MerkleTree.Subtrees {

    private static final String HEAD = "SELECT tree_size, root, sealed_at, key_id, signature FROM journal_head ";

    private static final int LATEST = 300;
    private static final int DAYS = 4000;

    private final Connection connection;

    public SealedTree(Connection connection) {
        this.connection = connection;
    }

    @Override
    public byte[] hash(int level, long index) {
        try {
            Sql hash = level == 0
                    ? Sql.on(connection, "SELECT hash FROM journal_leaf WHERE leaf_index = ?", index)
                    : Sql.on(
                            connection,
                            "SELECT hash FROM journal_subtree WHERE subtree_index = ? AND level = ?",
                            index,
                            level);
            return hash.first(row -> row.getBytes(1))
                    .orElseThrow(
                            () -> new IllegalStateException("Subtree " + index + " of level " + level + " is missing"));
        } catch (SQLException e) {
            throw new IllegalStateException("The sealed tree could not be read", e);
        }
    }

    /** The newest head, or the newest whose size is not above the bound. */
    public Optional<TreeHead> head(@Nullable Long atMost) throws SQLException {
        return heads(atMost == null ? "" : "WHERE tree_size <= ? ", atMost, 1).stream()
                .findFirst();
    }

    /** The newest head that was sealed before a moment. */
    Optional<TreeHead> headBefore(LocalDateTime moment) throws SQLException {
        return heads("WHERE sealed_at < ? ", moment, 1).stream().findFirst();
    }

    /** The oldest head of more than so many change sets. */
    public Optional<TreeHead> headAbove(long size) throws SQLException {
        return read("WHERE tree_size > ? ORDER BY tree_size LIMIT 1", size).stream()
                .findFirst();
    }

    /** The smallest head that covers the newest change set that changed a record. */
    Optional<TreeHead> headOfRecords() throws SQLException {
        return headAbove(Sql.on(
                        connection,
                        "SELECT l.leaf_index FROM journal_leaf l JOIN journal_change_set s"
                                + " ON s.id = l.change_set_id WHERE s.change_count > 0 ORDER BY l.leaf_index DESC LIMIT 1")
                .number());
    }

    /** Newest first. */
    List<TreeHead> heads(@Nullable Long below, int limit) throws SQLException {
        return heads(below == null ? "" : "WHERE tree_size < ? ", below, limit);
    }

    List<TreeHead> headsToProve(long size) throws SQLException {
        List<TreeHead> heads = new ArrayList<>(heads("WHERE tree_size <= ? ", size, LATEST));
        if (heads.size() == LATEST) {
            long older = heads.get(LATEST - 1).size();
            heads.addAll(heads(
                    "WHERE tree_size IN (SELECT MAX(tree_size) FROM journal_head WHERE tree_size < ?"
                            + " GROUP BY CAST(sealed_at AS DATE)) ",
                    older,
                    DAYS));
        }
        return heads;
    }

    private List<TreeHead> heads(String condition, @Nullable Object bound, int limit) throws SQLException {
        return read(condition + "ORDER BY tree_size DESC LIMIT " + limit, bound);
    }

    private List<TreeHead> read(String clauses, @Nullable Object bound) throws SQLException {
        return Sql.on(connection, HEAD + clauses, bound == null ? List.of() : bound)
                .list(row -> new TreeHead(
                        row.getLong(1),
                        HexFormat.of().formatHex(row.getBytes(2)),
                        Sql.moment(row, 3),
                        row.getString(4),
                        Base64.getEncoder().encodeToString(row.getBytes(5))));
    }

    /** Where a change set stands in the tree; empty while it is not sealed. */
    Optional<Long> leafOf(long changeSet) throws SQLException {
        return Sql.on(connection, "SELECT leaf_index FROM journal_leaf WHERE change_set_id = ?", changeSet)
                .first(row -> row.getLong(1));
    }
}
