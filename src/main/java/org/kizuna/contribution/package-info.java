/**
 * What donors promise and give: for which purpose, by which instrument, under which agreement. How much of it there is
 * stands in the ledger. Root: {@link org.kizuna.contribution.Contribution}. Neighbours: shared, security, search, partner,
 * agreement.
 */
@NullMarked
package org.kizuna.contribution;

import org.jspecify.annotations.NullMarked;
