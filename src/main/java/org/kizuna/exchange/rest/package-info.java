/**
 * Imports over REST.
 * Root: {@link org.kizuna.exchange.rest.ImportResource}. Neighbours: its feature, document, contribution.
 */
@NullMarked
package org.kizuna.exchange.rest;

import org.jspecify.annotations.NullMarked;
