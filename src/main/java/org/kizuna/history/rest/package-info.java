/**
 * The journal over REST.
 * Root: {@link org.kizuna.history.rest.HistoryResource}. Neighbours: its feature.
 */
@NullMarked
package org.kizuna.history.rest;

import org.jspecify.annotations.NullMarked;
