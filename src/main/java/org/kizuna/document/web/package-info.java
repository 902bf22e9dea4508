/**
 * Attaching and fetching files.
 * Root: {@link org.kizuna.document.web.AttachView}. Neighbours: document, search.
 */
@NullMarked
package org.kizuna.document.web;

import org.jspecify.annotations.NullMarked;
