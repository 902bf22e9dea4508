/**
 * The money, as a ledger: what donors pledged, committed and gave.
 * Root: {@link org.kizuna.contribution.Contribution}. Neighbours: shared, security, search, partner, agreement.
 */
@NullMarked
package org.kizuna.contribution;

import org.jspecify.annotations.NullMarked;
