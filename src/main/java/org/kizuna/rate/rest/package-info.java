/**
 * Rates of exchange over REST. Root: {@link org.kizuna.rate.rest.RateResource}. Neighbours: its feature.
 */
@NullMarked
package org.kizuna.rate.rest;

import org.jspecify.annotations.NullMarked;
