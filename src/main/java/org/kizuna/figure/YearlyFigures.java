package org.kizuna.figure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kizuna.contribution.Instrument;

/** Figures of all years there are entries of. A year without entries is missing: it is no year of zero. */
public final class YearlyFigures {

    private final NavigableMap<Integer, Map<Instrument, Figures>> years = new TreeMap<>();

    public YearlyFigures(List<YearInstrument> figures) {
        for (YearInstrument cell : figures) {
            if (cell.figures().entries() != 0) {
                years.computeIfAbsent(cell.year(), year -> new EnumMap<>(Instrument.class))
                        .put(cell.instrument(), cell.figures());
            }
        }
    }

    /** Years with entries, oldest first. */
    public List<Integer> years() {
        return List.copyOf(years.keySet());
    }

    public Map<Instrument, Figures> of(int year) {
        return years.getOrDefault(year, Map.of());
    }

    /** Of all instruments together; nothing for a year without entries. */
    public @Nullable Figures all(int year) {
        return years.containsKey(year) ? of(year).values().stream().reduce(Figures.NONE, Figures::plus) : null;
    }

    public FigurePeriod shown(LocalDate today) {
        return FigurePeriod.shown(
                years.keySet().stream()
                        .map(year -> new FigurePeriod.YearCount(year, entries(year)))
                        .toList(),
                today);
    }

    /** How many entries are of other years than these. */
    public long outside(FigurePeriod period) {
        return years.keySet().stream()
                .filter(year -> !period.holds(year))
                .mapToLong(this::entries)
                .sum();
    }

    /** The newest year of a period in which something was received, taken back or returned. */
    public @Nullable Integer latest(FigurePeriod period) {
        return years.descendingKeySet().stream()
                .filter(period::holds)
                .filter(year -> received(year).signum() != 0)
                .findFirst()
                .orElse(null);
    }

    /**
     * What was received in a year beside the year before; the running year beside the same days of the year before.
     *
     * @param sameDays of the year before; asked for the running year only, and only where there was one before
     */
    public Comparison comparison(int year, LocalDate today, Days sameDays) {
        boolean running = year == today.getYear();
        LocalDate to = running ? today : LocalDate.of(year, 12, 31);
        LocalDate beforeFrom = LocalDate.of(year - 1, 1, 1);
        LocalDate beforeTo = running ? to.minusYears(1) : LocalDate.of(year - 1, 12, 31);
        Figures before = all(year - 1);
        if (before != null && running) {
            before = sameDays.between(beforeFrom, beforeTo);
        }
        return new Comparison(
                LocalDate.of(year, 1, 1),
                to,
                beforeFrom,
                beforeTo,
                received(year),
                before == null || before.entries() == 0 ? null : before.received());
    }

    private BigDecimal received(int year) {
        Figures figures = all(year);
        return figures == null ? BigDecimal.ZERO : figures.received();
    }

    private long entries(int year) {
        Figures figures = all(year);
        return figures == null ? 0 : figures.entries();
    }

    /** Figures of some days, both inclusive. */
    public interface Days {
        Figures between(LocalDate from, LocalDate to);
    }
}
