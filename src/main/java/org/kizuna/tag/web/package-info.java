/**
 * Pages on which tags are read and chosen.
 * Root: {@link org.kizuna.tag.web.TagEditView}. Neighbours: its feature, search.
 */
@NullMarked
package org.kizuna.tag.web;

import org.jspecify.annotations.NullMarked;
