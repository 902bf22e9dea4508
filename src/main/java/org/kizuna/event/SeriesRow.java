package org.kizuna.event;

import org.kizuna.shared.Reference;

/** One series in a list. */
public record SeriesRow(long id, long version, Reference reference, String title) {}
