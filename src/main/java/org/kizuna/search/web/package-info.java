/**
 * Searching from any page, and picking a record in a form.
 * Root: {@link org.kizuna.search.web.SearchView}. Neighbours: search.
 */
@NullMarked
package org.kizuna.search.web;

import org.jspecify.annotations.NullMarked;
