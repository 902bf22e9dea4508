/**
 * Work that nobody waits for: one table says what is asked for, who does it and how it ended, once in a cluster.
 *
 * <p>Root: {@link org.kizuna.job.Job}. Neighbours: none.
 */
@NullMarked
package org.kizuna.job;

import org.jspecify.annotations.NullMarked;
