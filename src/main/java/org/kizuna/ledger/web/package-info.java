/**
 * Entries on pages. Root: {@link org.kizuna.ledger.web.EntryView}. Neighbours: its feature.
 */
@NullMarked
package org.kizuna.ledger.web;

import org.jspecify.annotations.NullMarked;
