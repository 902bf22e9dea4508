package org.kizuna.figure;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Years that a dashboard shows.
 *
 * @param from the first, inclusive
 * @param to the last, inclusive
 */
public record FigurePeriod(int from, int to) {

    /** The most years that are shown where nobody asked for more. */
    static final int MOST_YEARS = 20;

    /** Years that stand apart at one end and hold together less than this part of all entries are left out. */
    private static final int STRAYED_PART = 20;

    /**
     * The years shown where none are asked for: up to this year, without years at either end that stand apart from the
     * others and hold next to nothing, and the last twenty of them. This year stays however little it holds: it has
     * only begun.
     *
     * @param years with the number of their entries, oldest first
     */
    static FigurePeriod shown(List<YearCount> years, LocalDate today) {
        Deque<Group> groups = groups(years, today.getYear());
        if (groups.isEmpty()) {
            return years.isEmpty()
                    ? new FigurePeriod(today.getYear(), today.getYear())
                    : new FigurePeriod(
                            years.get(0).year(), years.get(years.size() - 1).year());
        }
        long few = groups.stream().mapToLong(Group::entries).sum() / STRAYED_PART;
        for (long left = groups.getFirst().entries();
                groups.size() > 1 && left <= few;
                left += groups.getFirst().entries()) {
            groups.removeFirst();
        }
        for (long left = groups.getLast().entries();
                groups.size() > 1 && left <= few && groups.getLast().last() < today.getYear();
                left += groups.getLast().entries()) {
            groups.removeLast();
        }
        int to = groups.getLast().last();
        return new FigurePeriod(Math.max(groups.getFirst().first(), to - MOST_YEARS + 1), to);
    }

    /** Years that follow on each other without one missing; none of the future. */
    private static Deque<Group> groups(List<YearCount> years, int thisYear) {
        Deque<Group> groups = new ArrayDeque<>();
        for (YearCount year : years) {
            Group before = groups.peekLast();
            if (year.year() > thisYear) {
                break;
            }
            if (before != null && before.last() == year.year() - 1) {
                groups.removeLast();
                groups.add(new Group(before.first(), year.year(), before.entries() + year.entries()));
            } else {
                groups.add(new Group(year.year(), year.year(), year.entries()));
            }
        }
        return groups;
    }

    boolean holds(int year) {
        return from <= year && year <= to;
    }

    /** A year and the number of its entries. */
    record YearCount(int year, long entries) {}

    private record Group(int first, int last, long entries) {}
}
