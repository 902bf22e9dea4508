/**
 * What lets anybody prove that nobody bent the journal: its change sets are the leaves of a Merkle tree, whose signed
 * heads are handed out.
 *
 * <p>Root: {@link org.kizuna.history.proof.MerkleTree}. Neighbours: its feature.
 */
@NullMarked
package org.kizuna.history.proof;

import org.jspecify.annotations.NullMarked;
