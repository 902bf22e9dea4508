/**
 * What auditors write findings on: reports over the journal's tables, and the search through all of it.
 * Root: {@link org.kizuna.history.report.AuditReport}. Neighbours: history; shared for the kept files.
 */
@NullMarked
package org.kizuna.history.report;

import org.jspecify.annotations.NullMarked;
