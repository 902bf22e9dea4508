package org.kizuna.history.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * A Merkle tree over a list that only grows [RFC 9162, section 2.1, as RFC 6962 before it]. It keeps nothing itself:
 * the hashes of complete subtrees are asked for, so that a proof in a tree of ten million leaves reads a few hundred
 * of them.
 */
public final class MerkleTree {

    /** Hashes of subtrees that are complete, and so never change again. */
    @FunctionalInterface
    public interface Subtrees {

        /**
         * @param level 0 for a leaf, otherwise a subtree of 2^level leaves
         * @param index number of the subtree within its level, from 0
         */
        byte[] hash(int level, long index);
    }

    private final Subtrees subtrees;

    public MerkleTree(Subtrees subtrees) {
        this.subtrees = subtrees;
    }

    /** Hash of a leaf, which no node can have. */
    public static byte[] leaf(byte[] entry) {
        MessageDigest digest = sha256();
        digest.update((byte) 0);
        return digest.digest(entry);
    }

    public static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = sha256();
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }

    /** Hash of the tree of the first {@code size} leaves. */
    public byte[] root(long size) {
        return size == 0 ? sha256().digest() : hash(0, size);
    }

    /**
     * What proves that a leaf is in the tree of a size, from the leaf's sibling to the root's child.
     *
     * @throws IllegalArgumentException when the tree of that size has no such leaf
     */
    public List<byte[]> inclusion(long leaf, long size) {
        if (leaf < 0 || leaf >= size) {
            throw new IllegalArgumentException("A tree of " + size + " has no leaf " + leaf);
        }
        List<byte[]> path = new ArrayList<>();
        inclusion(leaf, 0, size, path);
        return path;
    }

    private void inclusion(long leaf, long start, long end, List<byte[]> path) {
        if (end - start == 1) {
            return;
        }
        long middle = start + largestPowerBelow(end - start);
        if (leaf < middle) {
            inclusion(leaf, start, middle, path);
            path.add(hash(middle, end));
        } else {
            inclusion(leaf, middle, end, path);
            path.add(hash(start, middle));
        }
    }

    /**
     * What proves that the tree of the later size begins with the tree of the earlier one.
     *
     * @throws IllegalArgumentException unless {@code 0 < earlier <= later}
     */
    public List<byte[]> consistency(long earlier, long later) {
        if (earlier <= 0 || earlier > later) {
            throw new IllegalArgumentException("Nothing to prove between " + earlier + " and " + later);
        }
        List<byte[]> path = new ArrayList<>();
        consistency(earlier, 0, later, true, path);
        return path;
    }

    private void consistency(long earlier, long start, long end, boolean known, List<byte[]> path) {
        if (earlier == end) {
            if (!known) {
                path.add(hash(start, end));
            }
            return;
        }
        long middle = start + largestPowerBelow(end - start);
        if (earlier <= middle) {
            consistency(earlier, start, middle, known, path);
            path.add(hash(middle, end));
        } else {
            consistency(earlier, middle, end, false, path);
            path.add(hash(start, middle));
        }
    }

    private byte[] hash(long start, long end) {
        long size = end - start;
        if (Long.bitCount(size) == 1) {
            int level = Long.numberOfTrailingZeros(size);
            return subtrees.hash(level, start >> level);
        }
        long middle = start + largestPowerBelow(size);
        return node(hash(start, middle), hash(middle, end));
    }

    /** The largest power of two that is smaller. */
    private static long largestPowerBelow(long size) {
        return Long.highestOneBit(size - 1);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
