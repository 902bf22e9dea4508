/**
 * Events over REST.
 * Root: {@link org.kizuna.event.rest.EventResource}. Neighbours: its feature.
 */
@NullMarked
package org.kizuna.event.rest;

import org.jspecify.annotations.NullMarked;
