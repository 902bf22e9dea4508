/**
 * Finds records by any word of theirs, and tells what a record that somebody names is called.
 * Root: {@link org.kizuna.search.SearchEntry}. Neighbours: shared; it listens to persistence and knows no entity.
 */
@NullMarked
package org.kizuna.search;

import org.jspecify.annotations.NullMarked;
