/**
 * Figures to read before a meeting. Nothing is stored here: each is a sum over ledger entries, or over sums kept of them.
 * Root: {@link org.kizuna.dashboard.DonorFigures}. Neighbours: shared, security, partner, contribution.
 */
@NullMarked
package org.kizuna.dashboard;

import org.jspecify.annotations.NullMarked;
