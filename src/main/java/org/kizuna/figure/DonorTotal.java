package org.kizuna.figure;

import org.kizuna.shared.Reference;

/** What one donor gave in the whole period. */
public record DonorTotal(long donorId, Reference donor, String donorName, Figures figures) {}
