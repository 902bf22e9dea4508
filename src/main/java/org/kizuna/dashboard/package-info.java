/**
 * Figures to read before a meeting. Nothing here is stored: each is a sum over ledger entries.
 * Root: {@link org.kizuna.dashboard.DonorFigures}. Neighbours: shared, security, partner, contribution.
 */
@NullMarked
package org.kizuna.dashboard;

import org.jspecify.annotations.NullMarked;
