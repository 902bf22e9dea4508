package org.kizuna.agreement;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The term in which an agreement is on a day. One that renews itself has the end of its current term, not of its first;
 * notice reaches it until its last day, and is too late for the current term afterwards.
 *
 * @param endsOn last day of the term
 * @param renewals how often it was renewed before
 * @param noticeBy last day of notice, or null where it does not renew itself
 * @param noticePassed whether that day is over
 */
public record Term(LocalDate endsOn, int renewals, @Nullable LocalDate noticeBy, boolean noticePassed) {

    /**
     * @param startsOn null where it is not known
     * @param firstEnd last day of the first term
     * @param today later days renew the term
     */
    static @Nullable Term on(
            LocalDate today,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate firstEnd,
            Renewal renewal,
            @Nullable Integer renewalMonths,
            @Nullable Integer noticeDays) {
        if (firstEnd == null) {
            return null;
        }
        if (renewal != Renewal.TACIT || renewalMonths == null || renewalMonths < 1) {
            return new Term(firstEnd, 0, null, false);
        }
        int renewals = firstEnd.isBefore(today)
                ? (int) Math.max(0, ChronoUnit.MONTHS.between(firstEnd, today) / renewalMonths - 1)
                : 0;
        LocalDate end = end(startsOn, firstEnd, renewals * renewalMonths);
        while (end.isBefore(today)) {
            renewals++;
            end = end(startsOn, firstEnd, renewals * renewalMonths);
        }
        LocalDate noticeBy = noticeDays == null ? null : end.minusDays(noticeDays);
        return new Term(end, renewals, noticeBy, noticeBy != null && today.isAfter(noticeBy));
    }

    /**
     * Counted from the first term, since a month that is too short for a day moves only its own term. A term of whole
     * months from its start ends on the day before, or on the day of, the start of the next.
     */
    private static LocalDate end(@Nullable LocalDate startsOn, LocalDate firstEnd, int months) {
        if (startsOn != null && !firstEnd.isBefore(startsOn)) {
            long first = ChronoUnit.MONTHS.between(startsOn, firstEnd.plusDays(1));
            if (startsOn.plusMonths(first).equals(firstEnd.plusDays(1))) {
                return startsOn.plusMonths(first + months).minusDays(1);
            }
            if (startsOn.plusMonths(first).equals(firstEnd)) {
                return startsOn.plusMonths(first + months);
            }
        }
        return firstEnd.plusMonths(months);
    }

    /** Whether notice of so many days would have to be given before a term begins, so that it never can be in it. */
    static boolean isNoticeTooLong(
            @Nullable LocalDate startsOn, LocalDate firstEnd, int renewalMonths, int noticeDays) {
        if (startsOn != null && firstEnd.minusDays(noticeDays).isBefore(startsOn)) {
            return true;
        }
        // a year of terms has months of every length
        int terms = Math.max(1, 12 / renewalMonths);
        for (int i = 1; i <= terms; i++) {
            LocalDate begins = end(startsOn, firstEnd, (i - 1) * renewalMonths).plusDays(1);
            if (end(startsOn, firstEnd, i * renewalMonths).minusDays(noticeDays).isBefore(begins)) {
                return true;
            }
        }
        return false;
    }
}
