/**
 * Events and series on pages.
 * Root: {@link org.kizuna.event.web.EventView}. Neighbours: its feature.
 */
@NullMarked
package org.kizuna.event.web;

import org.jspecify.annotations.NullMarked;
