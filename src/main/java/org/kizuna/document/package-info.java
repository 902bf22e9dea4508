/**
 * Files attached to any record.
 * Root: {@link org.kizuna.document.Document}. Neighbours: shared, security.
 */
@NullMarked
package org.kizuna.document;

import org.jspecify.annotations.NullMarked;
