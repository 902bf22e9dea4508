package org.kizuna.bench;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.ChangeSet;
import org.kizuna.history.JournalEntry;
import org.kizuna.history.proof.LeafText;
import org.kizuna.history.proof.MerkleTree;
import org.kizuna.shared.RecordRef;

/** Appends change sets to the journal in the order of their moments, and seals them as the server would. */
final class Journal implements AutoCloseable {

    private static final int LEVELS = 63;

    /** The journal's own bound of a change set. */
    private static final int PART = 1000;

    private static final Comparator<RecordRef> AS_READ =
            Comparator.comparing(RecordRef::kind).thenComparing(RecordRef::id);

    private final Rows rows;
    private final Rows.Table sets;
    private final Rows.Table changes;
    private final Rows.Table mentions;
    private final Rows.Table leaves;
    private final Rows.Table subtrees;
    private final Rows.Table heads;
    private final Signer signer;
    private final byte[][] newest = new byte[LEVELS][];
    private long size;
    private long written;

    Journal(Rows rows, Signer signer) {
        this.rows = rows;
        this.signer = signer;
        sets = rows.table(
                "journal_change_set",
                "id, recorded_at, actor, actor_role, channel, action, reason, detail, change_count");
        changes = rows.table(
                "journal_change",
                "change_set_id, position, entity, entity_id, reference, operation, version, before_values, after_values");
        mentions = rows.table("journal_mention", "entity, entity_id, change_set_id, position");
        leaves = rows.table("journal_leaf", "leaf_index, change_set_id, hash");
        subtrees = rows.table("journal_subtree", "level, subtree_index, hash");
        heads = rows.table("journal_head", "tree_size, root, sealed_at, key_id, public_key, signature, settled_id");
    }

    /** Changes of records so far. */
    long written() {
        return written;
    }

    long sets() {
        return size;
    }

    /** One change set, or several parts of one where there are too many changes. */
    void append(Moments moments, Intention intention, List<Change> all) {
        String detail = null;
        for (int from = 0; from < all.size(); from += PART) {
            List<Change> part = all.subList(from, Math.min(all.size(), from + PART));
            write(size + 1, moments.next(), intention, detail, part);
            if (detail == null) {
                detail = "{\"continues\":" + size + "}";
            }
        }
    }

    private void write(long id, Instant at, Intention by, @Nullable String detail, List<Change> part) {
        List<JournalEntry> entries = new ArrayList<>(part.size());
        Map<Integer, List<String>> named = new HashMap<>();
        sets.add(
                id,
                LocalDateTime.ofInstant(at, ZoneOffset.UTC),
                by.actor(),
                by.role(),
                by.channel(),
                by.action(),
                null,
                detail,
                part.size());
        for (int position = 0; position < part.size(); position++) {
            Change change = part.get(position);
            entries.add(entry(id, position, at, by, detail, change));
            changes.add(
                    id,
                    position,
                    change.entity(),
                    change.id(),
                    change.reference(),
                    change.operation(),
                    change.version(),
                    change.before(),
                    change.after());
            if (!change.mentions().isEmpty()) {
                named.put(position, mention(id, position, change));
            }
        }
        written += part.size();
        seal(id, new ChangeSet(entries, named));
    }

    private static JournalEntry entry(
            long id, int position, Instant at, Intention by, @Nullable String detail, Change change) {
        return new JournalEntry(
                id,
                position,
                at,
                by.actor(),
                by.role(),
                by.channel(),
                by.action(),
                null,
                detail,
                change.entity(),
                change.id(),
                change.reference(),
                change.operation(),
                change.version(),
                change.before(),
                change.after());
    }

    private List<String> mention(long id, int position, Change change) {
        TreeSet<RecordRef> sorted = new TreeSet<>(AS_READ);
        sorted.addAll(change.mentions());
        List<String> named = new ArrayList<>(sorted.size());
        for (RecordRef ref : sorted) {
            mentions.add(ref.kind(), ref.id(), id, position);
            named.add(ref.kind() + " " + ref.id());
        }
        return named;
    }

    private void seal(long id, ChangeSet set) {
        byte[] hash = MerkleTree.leaf(LeafText.ofSet(set).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        long index = size++;
        leaves.add(index, id, hash);
        int level = 0;
        for (; (index & 1) == 1; level++, index >>= 1) {
            hash = MerkleTree.node(newest[level], hash);
            subtrees.add(level + 1, index >> 1, hash);
        }
        newest[level] = hash;
    }

    /** Signs a head over all there is, and commits. */
    void head(Instant at) {
        byte[] root = new MerkleTree((level, index) -> newest[level]).root(size);
        Signer.Signed signed = signer.sign(size, root, at);
        heads.add(
                size,
                root,
                LocalDateTime.ofInstant(at, ZoneOffset.UTC),
                signed.keyId(),
                signed.publicKey(),
                signed.signature(),
                size);
        List.of(sets, changes, mentions, leaves, subtrees, heads).forEach(Rows.Table::flush);
        rows.commit();
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }

    /** Who did it, and what for. */
    record Intention(String actor, String role, String channel, String action) {

        static Intention of(String actor, String role, String action) {
            return new Intention(actor, role, "WEB", action);
        }
    }
}
