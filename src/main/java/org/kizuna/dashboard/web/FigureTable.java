package org.kizuna.dashboard.web;

import com.ibm.icu.util.Currency;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.kizuna.contribution.Instrument;
import org.kizuna.figure.Comparison;
import org.kizuna.figure.FigurePeriod;
import org.kizuna.figure.Figures;
import org.kizuna.figure.YearlyFigures;
import org.kizuna.shared.Money;

/** Figures laid out by year, newest first, with a column for each instrument that money came by. */
public class FigureTable {

    private final List<Instrument> instruments;
    private final List<YearRow> rows = new ArrayList<>();
    private final Currency currency;
    private Figures total = Figures.NONE;

    /** @param compared each year with the year before, or what has passed of it with the same days */
    FigureTable(YearlyFigures yearly, FigurePeriod period, Currency currency, IntFunction<Comparison> compared) {
        this.currency = currency;
        Set<Instrument> received = EnumSet.noneOf(Instrument.class);
        Integer last = null;
        for (int year : yearly.years()) {
            if (year < period.from() || year > period.to()) {
                continue;
            }
            if (last != null && year - last > 1) {
                rows.add(0, new YearRow(last + 1, year - 1, Map.of(), null, currency));
            }
            last = year;
            YearRow row = new YearRow(year, year, yearly.of(year), compared.apply(year), currency);
            rows.add(0, row);
            total = total.plus(row.getFigures());
            yearly.of(year).forEach((instrument, figures) -> {
                if (figures.received().signum() != 0) {
                    received.add(instrument);
                }
            });
        }
        instruments = List.copyOf(received);
    }

    public List<Instrument> getInstruments() {
        return instruments;
    }

    /** Newest year first; years without entries stand in one row together. */
    public List<YearRow> getRows() {
        return rows;
    }

    public @Nullable YearRow getLatest() {
        return rows.stream()
                .filter(row -> row.getFigures().received().signum() != 0)
                .findFirst()
                .orElse(null);
    }

    public Figures getTotal() {
        return total;
    }

    /** What came by one instrument in the whole period. */
    public Money sum(Instrument instrument) {
        return Money.rounded(
                rows.stream().map(row -> row.of(instrument)).reduce(BigDecimal.ZERO, BigDecimal::add), currency);
    }

    /** What the rounded rows miss of the rounded total, where they do. */
    public @Nullable Money getRounding() {
        Money whole = Money.rounded(total.received(), currency);
        BigDecimal shown = rows.stream()
                .map(row -> Money.rounded(row.getFigures().received(), currency).amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal missing = whole.amount().subtract(shown);
        return missing.signum() == 0 ? null : new Money(missing, currency);
    }

    /** One year, or several that have no entries. */
    public static class YearRow {

        private final int year;
        private final int lastYear;
        private final Map<Instrument, Figures> byInstrument;
        private final Figures figures;
        private final @Nullable Comparison comparison;
        private final Currency currency;

        YearRow(
                int year,
                int lastYear,
                Map<Instrument, Figures> byInstrument,
                @Nullable Comparison comparison,
                Currency currency) {
            this.year = year;
            this.lastYear = lastYear;
            this.byInstrument = byInstrument;
            this.comparison = comparison;
            this.currency = currency;
            this.figures = byInstrument.values().stream().reduce(Figures.NONE, Figures::plus);
        }

        public int getYear() {
            return year;
        }

        /** The last of several years without entries. */
        public int getLastYear() {
            return lastYear;
        }

        /** Whether there are no entries, which is not the same as nothing received. */
        public boolean isGap() {
            return byInstrument.isEmpty();
        }

        public Figures getFigures() {
            return figures;
        }

        /** With the year before; nothing in a gap. */
        public @Nullable Comparison getComparison() {
            return comparison;
        }

        public Money received(Instrument instrument) {
            return Money.rounded(of(instrument), currency);
        }

        BigDecimal of(Instrument instrument) {
            return byInstrument.getOrDefault(instrument, Figures.NONE).received();
        }

        public Money getPledged() {
            return Money.rounded(figures.pledged(), currency);
        }

        public Money getCommitted() {
            return Money.rounded(figures.committed(), currency);
        }

        /** What arrived and is not confirmed yet; not in what was received. */
        public Money getUnconfirmed() {
            return Money.rounded(figures.unconfirmed(), currency);
        }

        public Money getReceived() {
            return Money.rounded(figures.received(), currency);
        }

        /** What part of the year was earmarked. */
        public @Nullable BigDecimal getEarmarkedShare() {
            return figures.received().signum() <= 0
                    ? null
                    : getEarmarked().amount().divide(figures.received(), 4, RoundingMode.HALF_EVEN);
        }

        public Money getEarmarked() {
            return received(Instrument.PROJECT_SPECIFIC);
        }
    }
}
