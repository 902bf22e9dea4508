/**
 * Attached files over REST.
 * Root: {@link org.kizuna.document.rest.DocumentResource}. Neighbours: its feature, search.
 */
@NullMarked
package org.kizuna.document.rest;

import org.jspecify.annotations.NullMarked;
