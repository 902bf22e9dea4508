/**
 * What is measured: one class for each job, found by being here.
 * Root: {@link org.kizuna.bench.Job}. Neighbours: the benchmark alone.
 */
@NullMarked
package org.kizuna.bench.job;

import org.jspecify.annotations.NullMarked;
