/**
 * Lists in pages that are found by key, never by counting rows.
 * Root: {@link org.kizuna.shared.paging.KeysetQuery}. Neighbours: shared.
 */
@NullMarked
package org.kizuna.shared.paging;

import org.jspecify.annotations.NullMarked;
