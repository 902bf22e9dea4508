package org.kizuna.figure;

import org.jspecify.annotations.Nullable;
import org.kizuna.contribution.Instrument;
import org.kizuna.partner.Sector;
import org.kizuna.shared.CountryCode;

/**
 * What the figures take in; null means any.
 *
 * @param fromYear first year of the period, inclusive
 * @param toYear last year of the period, inclusive
 * @param country of the donor
 */
public record FigureCriteria(
        int fromYear,
        int toYear,
        @Nullable Long donorId,
        @Nullable Sector sector,
        @Nullable CountryCode country,
        @Nullable Instrument instrument) {

    public FigureCriteria within(FigurePeriod period) {
        return new FigureCriteria(period.from(), period.to(), donorId, sector, country, instrument);
    }

    public static FigureCriteria years(int from, int to) {
        return new FigureCriteria(from, to, null, null, null, null);
    }
}
