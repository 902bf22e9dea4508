package org.kizuna.history.proof;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kizuna.security.Roles;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Sql;

/** Hands out tree heads, and proofs against them. */
@Stateless
@RolesAllowed(Roles.AUDITOR)
public class ProofQueries {

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Inject
    private SealingKey key;

    /**
     * Heads, newest first.
     *
     * @param below size below which they are wanted, or null for the newest
     */
    public List<TreeHead> heads(@Nullable Long below, int limit) {
        return reading(tree -> tree.heads(below, limit));
    }

    /** @throws NoSuchRecord when there is no head of this size */
    public TreeHead head(long size) {
        return reading(tree -> head(tree, "head", size));
    }

    /** The newest head that was sealed on a day, UTC, or before. */
    public Optional<TreeHead> headOn(LocalDate day) {
        return reading(tree -> tree.headBefore(day.plusDays(1).atStartOfDay()));
    }

    /** The first head that covers every change of a record that is sealed by now; notes alone do not move it. */
    public Optional<TreeHead> headOfRecords() {
        return reading(SealedTree::headOfRecords);
    }

    /**
     * Heads up to a size, newest first, that somebody may have kept: the last few hundred, and the last of each day.
     */
    public List<TreeHead> headsToProve(long size) {
        return reading(tree -> tree.headsToProve(size));
    }

    /** The signature of a text, with the key by which it is checked, both in Base64. */
    public Map<String, String> signatureOf(byte[] text) {
        Base64.Encoder encoder = Base64.getEncoder();
        return Map.of(
                "keyId", key.id(),
                "publicKey", encoder.encodeToString(key.publicKey()),
                "signature", encoder.encodeToString(key.sign(text)));
    }

    /** Of the key that signs now, as X.509 SubjectPublicKeyInfo. */
    public byte[] publicKey() {
        return key.publicKey();
    }

    /**
     * That a change set is in the newest tree.
     *
     * @throws NoSuchRecord while the change set is not sealed, or when there is none
     */
    public Inclusion inclusion(long changeSet) {
        return reading(tree -> {
            NoSuchRecord none = NoSuchRecord.at("change", "ChangeSet", Long.toString(changeSet));
            long leaf = tree.leafOf(changeSet).orElseThrow(() -> none);
            TreeHead head = tree.head(null).orElseThrow(() -> none);
            return new Inclusion(
                    changeSet,
                    leaf,
                    hex(tree.hash(0, leaf)),
                    hex(new MerkleTree(tree).inclusion(leaf, head.size())),
                    head);
        });
    }

    /**
     * That the tree of one size begins with the tree of another.
     *
     * @throws NoSuchRecord when there is no head of one of the sizes
     */
    public Consistency consistency(long from, long to) {
        return reading(tree -> {
            TreeHead earlier = head(tree, "from", from);
            TreeHead later = head(tree, "to", to);
            if (earlier.size() > later.size()) {
                throw NoSuchRecord.at("to", "TreeHead", Long.toString(to));
            }
            return new Consistency(earlier, later, hex(new MerkleTree(tree).consistency(earlier.size(), later.size())));
        });
    }

    private static TreeHead head(SealedTree tree, String field, long size) throws SQLException {
        return tree.head(size)
                .filter(head -> head.size() == size)
                .orElseThrow(() -> NoSuchRecord.at(field, "TreeHead", Long.toString(size)));
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private static List<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(ProofQueries::hex).toList();
    }

    private <T> T reading(Reading<T> reading) {
        return Sql.with(dataSource, connection -> reading.of(new SealedTree(connection)));
    }

    /** Hashes as hexadecimal digits, from the leaf upwards. */
    public record Inclusion(long changeSet, long leaf, String leafHash, List<String> path, TreeHead head) {}

    /** Hashes as hexadecimal digits. */
    public record Consistency(TreeHead from, TreeHead to, List<String> path) {}

    /** What is read of the tree. */
    private interface Reading<T> {
        T of(SealedTree tree) throws SQLException;
    }
}
