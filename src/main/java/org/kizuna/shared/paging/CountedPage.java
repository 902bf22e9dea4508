package org.kizuna.shared.paging;

/** A few rows of a longer list and how long it is, both as of one moment. */
public record CountedPage<T>(Page<T> page, CappedCount count) {}
