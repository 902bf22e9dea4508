package org.kizuna.history.proof;

import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers the hashes that were asked for last: one proof needs nearly the same as the next. */
public final class RememberedTree implements MerkleTree.Subtrees {

    private static final int MOST = 50_000;

    private final MerkleTree.Subtrees tree;
    private final Map<Place, byte[]> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, byte[]> eldest) {
            return size() > MOST;
        }
    };

    public RememberedTree(MerkleTree.Subtrees tree) {
        this.tree = tree;
    }

    @Override
    public byte[] hash(int level, long index) {
        return known.computeIfAbsent(new Place(level, index), place -> tree.hash(level, index));
    }

    private record Place(int level, long index) {}
}
