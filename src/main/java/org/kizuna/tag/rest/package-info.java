/**
 * Tags over REST.
 * Root: {@link org.kizuna.tag.rest.TagResource}. Neighbours: its feature, search.
 */
@NullMarked
package org.kizuna.tag.rest;

import org.jspecify.annotations.NullMarked;
