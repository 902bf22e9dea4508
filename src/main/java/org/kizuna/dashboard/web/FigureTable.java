package org.kizuna.dashboard.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kizuna.contribution.Instrument;
import org.kizuna.dashboard.Figures;
import org.kizuna.dashboard.YearInstrument;
import org.kizuna.shared.Money;

/** Figures laid out by year, newest first, with a column for each instrument that money came by. */
public class FigureTable {

    private final List<Instrument> instruments;
    private final List<YearRow> rows = new ArrayList<>();
    private final Currency currency;
    private Figures total = Figures.NONE;

    FigureTable(List<YearInstrument> figures, Currency currency) {
        this.currency = currency;
        Map<Integer, Map<Instrument, Figures>> years = new TreeMap<>();
        Set<Instrument> received = EnumSet.noneOf(Instrument.class);
        for (YearInstrument cell : figures) {
            years.computeIfAbsent(cell.year(), year -> new EnumMap<>(Instrument.class))
                    .put(cell.instrument(), cell.figures());
            if (cell.figures().received().signum() != 0) {
                received.add(cell.instrument());
            }
            total = total.plus(cell.figures());
        }
        instruments = List.copyOf(received);
        BigDecimal before = null;
        for (Map.Entry<Integer, Map<Instrument, Figures>> year : years.entrySet()) {
            YearRow row = new YearRow(year.getKey(), year.getValue(), before, currency);
            rows.add(0, row);
            before = row.getFigures().received();
        }
    }

    public List<Instrument> getInstruments() {
        return instruments;
    }

    /** Newest year first. */
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

    /** One year. */
    public static class YearRow {

        private final int year;
        private final Map<Instrument, Figures> byInstrument;
        private final Figures figures;
        private final @Nullable BigDecimal before;
        private final Currency currency;

        YearRow(int year, Map<Instrument, Figures> byInstrument, @Nullable BigDecimal before, Currency currency) {
            this.year = year;
            this.byInstrument = byInstrument;
            this.before = before;
            this.currency = currency;
            this.figures = byInstrument.values().stream().reduce(Figures.NONE, Figures::plus);
        }

        public int getYear() {
            return year;
        }

        public Figures getFigures() {
            return figures;
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

        public Money getReceived() {
            return Money.rounded(figures.received(), currency);
        }

        /** What was received against the year before, as 0.56 for 56 % more; nothing without a year before. */
        public @Nullable BigDecimal getChange() {
            return before == null || before.signum() <= 0
                    ? null
                    : figures.received().subtract(before).divide(before, 4, RoundingMode.HALF_EVEN);
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
