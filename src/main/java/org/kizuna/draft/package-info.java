/**
 * What somebody has typed and not saved yet.
 * Root: {@link org.kizuna.draft.Draft}. Neighbours: shared.
 */
@NullMarked
package org.kizuna.draft;

import org.jspecify.annotations.NullMarked;
