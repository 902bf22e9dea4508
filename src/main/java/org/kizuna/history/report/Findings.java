package org.kizuna.history.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of a report's rows.
 *
 * @param rows a cell for each column; instants and days as ISO 8601 writes them, constants by their names
 * @param next where the rows after these begin, or null at the end
 * @param searchedTo how far back was looked, where looking ended before the rows were as many as asked for
 */
public record Findings(
        List<List<@Nullable String>> rows,
        @Nullable String next,
        @Nullable Instant searchedTo) {}
