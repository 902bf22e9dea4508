package org.kizuna.history.audit;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.kizuna.history.proof.MerkleTree;

/** A tree built leaf after leaf in memory, of which only what the next leaf may need is kept. */
final class GrowingTree {

    /** By level, the last complete subtree that has no sibling yet. */
    private final TreeMap<Integer, byte[]> open = new TreeMap<>();

    private Map<Place, byte[]> completed = new TreeMap<>();
    private long size;

    void append(byte[] leaf) {
        byte[] hash = leaf;
        int level = 0;
        for (long index = size; (index & 1) == 1; index >>= 1) {
            hash = MerkleTree.node(open.remove(level), hash);
            level++;
            completed.put(new Place(level, index >> 1), hash);
        }
        open.put(level, hash);
        size++;
    }

    long size() {
        return size;
    }

    byte[] root() {
        byte[] root = new MerkleTree((level, index) -> new byte[0]).root(0);
        boolean first = true;
        for (byte[] subtree : open.values()) {
            root = first ? subtree : MerkleTree.node(subtree, root);
            first = false;
        }
        return root;
    }

    /** The subtrees that were completed since this was last asked. */
    Map<Place, byte[]> completed() {
        Map<Place, byte[]> fresh = completed;
        completed = new TreeMap<>();
        return fresh;
    }

    /** Where a subtree stands. */
    record Place(int level, long index) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return Comparator.comparingInt(Place::level)
                    .thenComparingLong(Place::index)
                    .compare(this, other);
        }
    }
}
