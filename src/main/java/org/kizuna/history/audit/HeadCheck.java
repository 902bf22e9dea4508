package org.kizuna.history.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.audit.Finding.Kind;
import org.kizuna.history.proof.SealedTree;
import org.kizuna.history.proof.SealingKey;
import org.kizuna.history.proof.TreeHead;
import org.kizuna.shared.LongestTransaction;
import org.kizuna.shared.Sql;

/** Holds every head against the tree that it stands for, and looks for change sets that no leaf stands for. */
final class HeadCheck {

    private final Connection connection;
    private final Predicate<String> trusted;
    private final Consumer<Finding> findings;
    private final long newest;
    private long before;
    private @Nullable TreeHead next;
    private @Nullable TreeHead last;

    /** @param trusted whether a key of this id may have signed */
    HeadCheck(Connection connection, Predicate<String> trusted, Consumer<Finding> findings) throws SQLException {
        this.connection = connection;
        this.trusted = trusted;
        this.findings = findings;
        this.newest = new SealedTree(connection).head(null).map(TreeHead::size).orElse(0L);
        advance();
    }

    /** The newest head that does not cover the leaf that comes next; null for the first leaves. */
    @Nullable
    Instant before() {
        return last == null ? null : last.sealedAt();
    }

    /** The oldest head that covers the leaf that comes next; null when there is none. */
    @Nullable
    Instant sealedAt() {
        return next == null ? null : next.sealedAt();
    }

    private void advance() throws SQLException {
        last = next;
        next = new SealedTree(connection)
                .headAbove(before)
                .filter(head -> head.size() <= newest)
                .orElse(null);
        if (next != null) {
            before = next.size();
        }
    }

    /** Size of the tree when the check began. */
    long newest() {
        return newest;
    }

    /** The tree has this size now. */
    void at(GrowingTree tree) throws SQLException {
        TreeHead head = next;
        if (head == null || head.size() != tree.size()) {
            return;
        }
        String root = HexFormat.of().formatHex(tree.root());
        if (!root.equals(head.root())) {
            findings.accept(new Finding(Kind.HEAD_FALSE, place(head.size()), "root", root, head.root()));
        }
        if (!trusted.test(head.keyId()) || !SealingKey.signed(head, publicKey(head.size()))) {
            findings.accept(new Finding(Kind.HEAD_FALSE, place(head.size()), "signature", null, head.signature()));
        }
        advance();
    }

    private byte[] publicKey(long size) throws SQLException {
        return Sql.on(connection, "SELECT public_key FROM journal_head WHERE tree_size = ?", size)
                .first(row -> row.getBytes(1))
                .orElse(new byte[0]);
    }

    private static String place(long size) {
        return "journal_head, tree_size " + size;
    }

    /** All leaves were seen: is there a head beyond them, or a change set that should be among them. */
    void rest(long size) throws SQLException {
        for (TreeHead head = next; head != null; head = next) {
            findings.accept(
                    new Finding(Kind.HEAD_FALSE, place(head.size()), "tree_size", Long.toString(size), head.root()));
            advance();
        }
        Sql.on(
                        connection,
                        "SELECT settled_id, sealed_at FROM journal_head WHERE tree_size <= ? ORDER BY tree_size DESC LIMIT 1",
                        size)
                .each(row -> unsealed(row.getLong(1), Sql.moment(row, 2)));
        keys();
    }

    /** What was put among the settled ones, or given a date before the seal, after it was sealed. */
    private void unsealed(long settled, Instant sealedAt) throws SQLException {
        Sql.on(
                        connection,
                        "SELECT s.id FROM journal_change_set s WHERE (s.id <= ? OR s.recorded_at < ?) AND NOT EXISTS"
                                + " (SELECT 1 FROM journal_leaf l WHERE l.change_set_id = s.id) ORDER BY s.id",
                        settled,
                        sealedAt.minus(LongestTransaction.MOST))
                .each(row ->
                        findings.accept(Finding.of(Kind.CHANGE_SET_ADDED, "journal_change_set, id " + row.getLong(1))));
    }

    private void keys() throws SQLException {
        Sql.on(
                        connection,
                        "SELECT tree_size, key_id FROM journal_head WHERE NOT UNHEX(key_id) <=>"
                                + " UNHEX(SHA2(public_key, 256))")
                .each(row -> findings.accept(
                        new Finding(Kind.HEAD_FALSE, place(row.getLong(1)), "public_key", row.getString(2), null)));
    }
}
