package org.kizuna.history.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the values that Certificate Transparency's implementations share, and against the definition itself. */
class MerkleTreeTest {

    private static final List<String> ENTRIES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<byte[]> LEAVES =
            ENTRIES.stream().map(entry -> MerkleTree.leaf(bytes(entry))).toList();

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void hasTheKnownRoots(int size, String root) {
        assertThat(hex(tree(LEAVES).root(size))).isEqualTo(root);
    }

    @Test
    void hasTheKnownProofs() {
        assertThat(hex(tree(LEAVES).inclusion(0, 8)))
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(hex(tree(LEAVES).consistency(6, 8)))
                .containsExactly(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(tree(LEAVES).consistency(8, 8)).isEmpty();
    }

    @Test
    void everyProofOfEveryTreeLeadsToItsRoot() {
        Random random = new Random(19460101);
        List<byte[]> leaves = Stream.generate(() -> {
                    byte[] entry = new byte[random.nextInt(40)];
                    random.nextBytes(entry);
                    return MerkleTree.leaf(entry);
                })
                .limit(130)
                .toList();
        MerkleTree tree = tree(leaves);
        for (int size = 1; size <= leaves.size(); size++) {
            byte[] root = defined(leaves.subList(0, size));
            assertThat(tree.root(size)).isEqualTo(root);
            for (int leaf = 0; leaf < size; leaf++) {
                assertThat(rootFrom(leaf, size, leaves.get(leaf), tree.inclusion(leaf, size)))
                        .isEqualTo(root);
            }
            for (int earlier = 1; earlier <= size; earlier++) {
                List<byte[]> roots =
                        rootsFrom(earlier, size, defined(leaves.subList(0, earlier)), tree.consistency(earlier, size));
                assertThat(roots.get(0)).isEqualTo(defined(leaves.subList(0, earlier)));
                assertThat(roots.get(1)).isEqualTo(root);
            }
        }
    }

    @Test
    void provesNothingThatIsNotThere() {
        MerkleTree tree = tree(LEAVES);
        assertThatThrownBy(() -> tree.inclusion(8, 8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.inclusion(-1, 8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.consistency(0, 8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.consistency(8, 7)).isInstanceOf(IllegalArgumentException.class);
    }

    static MerkleTree tree(List<byte[]> leaves) {
        return new MerkleTree((level, index) -> {
            int from = (int) (index << level);
            return defined(leaves.subList(from, from + (1 << level)));
        });
    }

    /** MTH, word for word. */
    private static byte[] defined(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int k = Integer.highestOneBit(leaves.size() - 1);
        return MerkleTree.node(defined(leaves.subList(0, k)), defined(leaves.subList(k, leaves.size())));
    }

    /** The RFC's way from a leaf to the root [RFC 9162, section 2.1.3.2]. */
    static byte[] rootFrom(long leaf, long size, byte[] hash, List<byte[]> path) {
        long fn = leaf;
        long sn = size - 1;
        byte[] r = hash;
        for (byte[] p : path) {
            if ((fn & 1) == 1 || fn == sn) {
                r = MerkleTree.node(p, r);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                r = MerkleTree.node(r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        assertThat(sn).isZero();
        return r;
    }

    /** The RFC's way from a consistency proof to both roots [RFC 9162, section 2.1.4.2]. */
    static List<byte[]> rootsFrom(long earlier, long later, byte[] earlierRoot, List<byte[]> path) {
        if (earlier == later) {
            return List.of(earlierRoot, earlierRoot);
        }
        List<byte[]> hashes = new ArrayList<>(path);
        if (Long.bitCount(earlier) == 1) {
            hashes.add(0, earlierRoot);
        }
        long fn = earlier - 1;
        long sn = later - 1;
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        byte[] fr = hashes.get(0);
        byte[] sr = hashes.get(0);
        for (byte[] c : hashes.subList(1, hashes.size())) {
            if ((fn & 1) == 1 || fn == sn) {
                fr = MerkleTree.node(c, fr);
                sr = MerkleTree.node(c, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = MerkleTree.node(sr, c);
            }
            fn >>= 1;
            sn >>= 1;
        }
        assertThat(sn).isZero();
        return Arrays.asList(fr, sr);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private static List<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(MerkleTreeTest::hex).toList();
    }
}
