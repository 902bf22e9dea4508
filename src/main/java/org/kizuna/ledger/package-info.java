/**
 * Entries of contributions: posting, limits, confirmation, reversal, and what each entry is worth. Root: {@link
 * org.kizuna.ledger.LedgerEntry}. Neighbours: shared, security, search, partner, agreement, contribution, rate.
 */
@NullMarked
package org.kizuna.ledger;

import org.jspecify.annotations.NullMarked;
