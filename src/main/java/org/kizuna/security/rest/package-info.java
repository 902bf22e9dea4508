/**
 * One's own account over REST.
 * Root: {@link org.kizuna.security.rest.MeResource}. Neighbours: its feature.
 */
@NullMarked
package org.kizuna.security.rest;

import org.jspecify.annotations.NullMarked;
