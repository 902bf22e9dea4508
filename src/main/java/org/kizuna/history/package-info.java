/**
 * The journal nobody can bend: it listens to persistence and works for every entity without knowing one.
 * Root: {@link org.kizuna.history.JournalListener}. Neighbours: shared; security for who may read it.
 */
@NullMarked
package org.kizuna.history;

import org.jspecify.annotations.NullMarked;
