/**
 * Rates of exchange and what an amount is worth at one; knows no entry. Root: {@link org.kizuna.rate.ExchangeRate}.
 * Neighbours: shared, security.
 */
@NullMarked
package org.kizuna.rate;

import org.jspecify.annotations.NullMarked;
