package org.kizuna.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kizuna.testing.FormatVectors;
import org.kizuna.verify.KizunaVerify.Head;
import org.kizuna.verify.KizunaVerify.Refused;

/** The verifier comes to the values that the format's description gives. */
class FormatVectorsTest {

    private static final String WHERE = "the vectors";

    private final FormatVectors vectors = new FormatVectors();

    @ParameterizedTest
    @ValueSource(strings = {"change 0", "change 1", "change set"})
    void hashesLeaves(String text) {
        assertThat(HexFormat.of().formatHex(KizunaVerify.leafHash(vectors.text(text))))
                .isEqualTo(vectors.text("leaf(" + text + ")"));
    }

    @Test
    void findsTheChangesInTheirSet() throws Refused {
        assertThat((Object)
                        KizunaVerify.parsed(vectors.text("change set"), WHERE).get("changes"))
                .isEqualTo(List.of(vectors.text("leaf(change 0)"), vectors.text("leaf(change 1)")));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 6})
    void climbsFromALeafToTheRoot(int leaf) throws Refused {
        byte[] hash = KizunaVerify.leafHash(new String(vectors.entries().get(leaf), StandardCharsets.UTF_8));
        List<byte[]> path = vectors.path("inclusion of " + leaf + " in 7");
        assertThat(KizunaVerify.climb(leaf, 6, hash, path, WHERE).later()).isEqualTo(vectors.text("root of 7"));
        assertThatThrownBy(() -> KizunaVerify.climb(leaf, 6, hash, path.subList(1, path.size()), WHERE))
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void seesThatALaterTreeBeginsWithAnEarlierOne(int size) throws Refused {
        Head earlier = new Head("key", vectors.text("root of " + size), size, "");
        Head later = new Head("key", vectors.text("root of 7"), 7, "");
        List<byte[]> path = vectors.path("consistency of " + size + " with 7");
        KizunaVerify.checkConsistent(earlier, later, path, WHERE);
        Head other = new Head("key", vectors.text("root of 1"), size, "");
        assertThatThrownBy(() -> KizunaVerify.checkConsistent(other, later, path, WHERE))
                .isInstanceOf(Refused.class);
    }

    @Test
    void acceptsTheSignatureOfTheHeadAndNoOther() throws Refused {
        Map<?, ?> json = KizunaVerify.parsed(vectors.text("head"), WHERE);
        byte[] key = KizunaVerify.base64(vectors.text("public key"), WHERE);
        byte[] signature = KizunaVerify.base64(vectors.text("signature"), WHERE);
        byte[] text = KizunaVerify.signedText(Head.of(json), KizunaVerify.text(json, "sealedAt"));
        assertThat(new String(text, StandardCharsets.UTF_8)).isEqualTo(vectors.text("signed text"));
        assertThat(KizunaVerify.idOf(key)).isEqualTo(vectors.text("key id"));
        assertThat(KizunaVerify.text(json, "signature")).isEqualTo(vectors.text("signature"));
        KizunaVerify.checkSignature(key, signature, text, WHERE);
        signature[0] ^= 1;
        assertThatThrownBy(() -> KizunaVerify.checkSignature(key, signature, text, WHERE))
                .isInstanceOf(Refused.class);
    }
}
