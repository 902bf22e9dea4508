/**
 * Ledger entries over REST.
 * Root: {@link org.kizuna.contribution.rest.EntryResource}. Neighbours: its feature.
 */
@NullMarked
package org.kizuna.contribution.rest;

import org.jspecify.annotations.NullMarked;
