/**
 * Figures to read before a meeting: pages and REST over {@code figure}. Neighbours: shared, security, partner,
 * contribution, figure.
 */
@NullMarked
package org.kizuna.dashboard;

import org.jspecify.annotations.NullMarked;
