package org.kizuna.figure;

import org.kizuna.contribution.Instrument;
import org.kizuna.shared.Reference;

/** What one donor gave by one instrument in one year. */
public record DonorYear(
        long donorId, Reference donor, String donorName, int year, Instrument instrument, Figures figures) {}
