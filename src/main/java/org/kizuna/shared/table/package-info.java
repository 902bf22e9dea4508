/**
 * Tables as files.
 * Root: {@link org.kizuna.shared.table.Tables}. Neighbours: shared.
 */
@NullMarked
package org.kizuna.shared.table;

import org.jspecify.annotations.NullMarked;
