/**
 * Fills a database with a large organisation and measures the application beside its floor, hand-written SQL.
 * Root: {@link org.kizuna.bench.Bench}. Neighbours: it is started by deploy/bench.sh and speaks to a running server.
 */
@NullMarked
package org.kizuna.bench;

import org.jspecify.annotations.NullMarked;
