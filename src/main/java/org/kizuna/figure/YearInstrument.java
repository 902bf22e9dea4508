package org.kizuna.figure;

import org.kizuna.contribution.Instrument;

/** What all donors taken in gave by one instrument in one year. */
public record YearInstrument(int year, Instrument instrument, Figures figures) {}
