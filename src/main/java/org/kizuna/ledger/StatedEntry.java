package org.kizuna.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.kizuna.contribution.Instrument;
import org.kizuna.shared.Reference;

/**
 * A figure out of somebody's statement of what a donor gave.
 *
 * @param purpose title of the contribution it is entered under; one is opened for each donor, instrument and purpose
 * @param figure as stated, not rounded; below zero it takes back what was received before
 * @param line of the file, by which a question names it; 0 where there is none
 */
public record StatedEntry(
        Reference donor,
        Instrument instrument,
        String purpose,
        String currency,
        BigDecimal figure,
        LocalDate valueDate,
        String source,
        long line) {

    /** Of no file. */
    public StatedEntry(
            Reference donor,
            Instrument instrument,
            String purpose,
            String currency,
            BigDecimal figure,
            LocalDate valueDate,
            String source) {
        this(donor, instrument, purpose, currency, figure, valueDate, source, 0);
    }
}
