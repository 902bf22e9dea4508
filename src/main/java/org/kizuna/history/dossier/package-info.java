/**
 * The file an auditor takes home: a part of the journal with the proofs that nobody bent it.
 *
 * <p>Root: {@link org.kizuna.history.dossier.Dossier}. Neighbours: its feature.
 */
@NullMarked
package org.kizuna.history.dossier;

import org.jspecify.annotations.NullMarked;
