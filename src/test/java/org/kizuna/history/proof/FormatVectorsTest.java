package org.kizuna.history.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kizuna.history.CanonicalJson;
import org.kizuna.history.ChangeSet;
import org.kizuna.history.JournalEntry;
import org.kizuna.history.Operation;
import org.kizuna.testing.FormatVectors;

/** The server comes to the values that the format's description gives. */
class FormatVectorsTest {

    private static final Instant MOMENT = Instant.parse("2026-03-04T05:06:07.890123Z");

    private final FormatVectors vectors = new FormatVectors();

    @Test
    void writesAndHashesAChangeSet() {
        JournalEntry registered = change(
                0, "Partner", 80, "P-000080", Operation.INSERT, 0, null, "{\"country\":\"JP\",\"legalName\":\"日本国\"}");
        JournalEntry corrected = change(
                1,
                "LedgerEntry",
                5,
                "E-000005",
                Operation.UPDATE,
                3,
                "{\"amount\":\"12.50\"}",
                "{\"amount\":\"12.75\",\"note\":\"à vérifier\"}");
        ChangeSet set = new ChangeSet(List.of(registered, corrected), Map.of(1, List.of("Agreement 3", "Partner 80")));
        is("change 0", LeafText.ofChange(set, registered));
        is("change 1", LeafText.ofChange(set, corrected));
        is("change set", LeafText.ofSet(set));
        assertThat(hex(LeafText.leafOf(set))).isEqualTo(vectors.text("leaf(change set)"));
    }

    private void is(String name, String text) {
        assertThat(text).isEqualTo(vectors.text(name));
        assertThat(hex(MerkleTree.leaf(text.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(vectors.text("leaf(" + name + ")"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void hasTheRoots(int size) {
        assertThat(hex(tree().root(size))).isEqualTo(vectors.text("root of " + size));
    }

    @Test
    void provesThatLeavesAreInTheTreeAndThatItBeginsWithEarlierOnes() {
        assertThat(tree().inclusion(2, 7)).containsExactlyElementsOf(vectors.path("inclusion of 2 in 7"));
        assertThat(tree().inclusion(6, 7)).containsExactlyElementsOf(vectors.path("inclusion of 6 in 7"));
        assertThat(tree().consistency(2, 7)).containsExactlyElementsOf(vectors.path("consistency of 2 with 7"));
        assertThat(tree().consistency(3, 7)).containsExactlyElementsOf(vectors.path("consistency of 3 with 7"));
    }

    @Test
    void signsTheHead() throws GeneralSecurityException {
        String root = vectors.text("root of 7");
        byte[] text = TreeHead.signedBytes(7, root, MOMENT, vectors.text("key id"));
        assertThat(new String(text, StandardCharsets.UTF_8)).isEqualTo(vectors.text("signed text"));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(KeyFactory.getInstance("Ed25519")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(vectors.text("private key")))));
        signature.update(text);
        assertThat(Base64.getEncoder().encodeToString(signature.sign())).isEqualTo(vectors.text("signature"));
        TreeHead head = new TreeHead(7, root, MOMENT, vectors.text("key id"), vectors.text("signature"));
        assertThat(SealingKey.signed(head, Base64.getDecoder().decode(vectors.text("public key"))))
                .isTrue();
        assertThat(CanonicalJson.write(Map.of(
                        "keyId", head.keyId(),
                        "root", head.root(),
                        "sealedAt", head.sealedAt().toString(),
                        "signature", head.signature(),
                        "size", head.size())))
                .isEqualTo(vectors.text("head"));
    }

    private MerkleTree tree() {
        List<byte[]> leaves = vectors.entries().stream().map(MerkleTree::leaf).toList();
        return new MerkleTree((level, index) -> subtree(leaves, level, (int) index));
    }

    private static byte[] subtree(List<byte[]> leaves, int level, int index) {
        return level == 0
                ? leaves.get(index)
                : MerkleTree.node(subtree(leaves, level - 1, 2 * index), subtree(leaves, level - 1, 2 * index + 1));
    }

    private static JournalEntry change(
            int position,
            String entity,
            long id,
            String reference,
            Operation operation,
            long version,
            @Nullable String before,
            String after) {
        return new JournalEntry(
                17,
                position,
                MOMENT,
                "officer",
                "OFFICER",
                "PAGE",
                "PartnerRegister.register",
                "日本 – \"first\" contact",
                null,
                entity,
                id,
                reference,
                operation,
                version,
                before,
                after);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
