/**
 * History on pages: of one record, of everything, and to take home.
 * Root: {@link org.kizuna.history.web.JournalView}. Neighbours: history, search.
 */
@NullMarked
package org.kizuna.history.web;

import org.jspecify.annotations.NullMarked;
