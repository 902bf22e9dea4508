/**
 * Imports on pages.
 * Root: {@link org.kizuna.exchange.web.ImportView}. Neighbours: its feature.
 */
@NullMarked
package org.kizuna.exchange.web;

import org.jspecify.annotations.NullMarked;
