package org.kizuna.history.report;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a report is asked for.
 *
 * @param from first day of the organisation, inclusive; null for the beginning
 * @param to last day of the organisation, inclusive; null for today; a state is looked at as it was at the end of it
 * @param days how many days after the close of a period an entry counts as late
 * @param closing what period is meant
 */
public record AuditQuestion(
        @Nullable LocalDate from, @Nullable LocalDate to, int days, Closing closing) {

    public static final int USUAL_DAYS = 30;

    public static final AuditQuestion OF_EVERYTHING = new AuditQuestion(null, null, USUAL_DAYS, Closing.YEAR);

    /** As the journal notes it. */
    Map<String, Object> detail() {
        Map<String, Object> detail = new TreeMap<>();
        if (from != null) {
            detail.put("from", from.toString());
        }
        if (to != null) {
            detail.put("to", to.toString());
        }
        return detail;
    }
}
