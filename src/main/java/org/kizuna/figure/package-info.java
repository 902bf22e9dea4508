/**
 * The one owner of sums, those that are kept beside the ledger, and of the SQL that sums entries up. Root: {@link
 * org.kizuna.figure.DonorFigures}. Neighbours: shared, security, history, partner, agreement, contribution, rate, ledger.
 */
@NullMarked
package org.kizuna.figure;

import org.jspecify.annotations.NullMarked;
