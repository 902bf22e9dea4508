/**
 * What every page and servlet shares.
 * Root: none. Neighbours: shared, security.
 */
@NullMarked
package org.kizuna.shared.web;

import org.jspecify.annotations.NullMarked;
