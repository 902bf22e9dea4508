/**
 * Drafts as pages keep, take over and erase them.
 * Root: {@link org.kizuna.draft.web.DraftServlet}. Neighbours: draft, security.
 */
@NullMarked
package org.kizuna.draft.web;

import org.jspecify.annotations.NullMarked;
