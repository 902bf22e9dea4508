/**
 * What the journal calls things: a written format, read from {@code journal/vocabulary.json}. Root:
 * {@link org.kizuna.history.vocabulary.Vocabulary}. Neighbours: none.
 */
@NullMarked
package org.kizuna.history.vocabulary;

import org.jspecify.annotations.NullMarked;
