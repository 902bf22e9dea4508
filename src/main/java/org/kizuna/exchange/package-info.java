/**
 * What enters and leaves in files.
 * Root: {@link org.kizuna.exchange.ImportBatch}. Neighbours: shared, security, search, partner, contribution, document.
 */
@NullMarked
package org.kizuna.exchange;

import org.jspecify.annotations.NullMarked;
