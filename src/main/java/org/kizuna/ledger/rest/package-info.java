/**
 * Ledger entries over REST. Root: {@link org.kizuna.ledger.rest.EntryResource}. Neighbours: its feature.
 */
@NullMarked
package org.kizuna.ledger.rest;

import org.jspecify.annotations.NullMarked;
