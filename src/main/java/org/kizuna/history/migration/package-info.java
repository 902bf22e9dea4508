/**
 * What migrations move in records, done where the journal listens. Root:
 * {@link org.kizuna.history.migration.MigrationSteps}. Neighbours: the journal's vocabulary.
 */
@NullMarked
package org.kizuna.history.migration;

import org.jspecify.annotations.NullMarked;
