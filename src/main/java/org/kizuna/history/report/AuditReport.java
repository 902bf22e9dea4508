package org.kizuna.history.report;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing auditors look for, and how it is found in the journal. */
public interface AuditReport {

    /** As its address has it: {@code late-entries}. */
    String name();

    /** Names of the columns. Those of the same name hold the same sort of thing in every report. */
    List<String> columns();

    /** The kinds of record whose references stand in columns of its own, by the column's name. */
    default Map<String, String> referring() {
        return Map.of();
    }

    /** The enumerations whose constants stand in columns of its own, by the column's name. */
    default Map<String, Class<? extends Enum<?>>> coded() {
        return Map.of();
    }

    /** Whether it asks how many days late is too late. */
    default boolean asksForDays() {
        return false;
    }

    /**
     * The findings that follow a place, newest first where they have a time. One call answers quickly, however long
     * the journal; there may be none in its stretch and yet more beyond.
     *
     * @param after what the call before this one gave as next, or null to begin
     * @throws org.kizuna.shared.paging.InvalidCursor when that is no place
     */
    Findings read(Connection connection, AuditQuestion question, @Nullable String after, int limit)
            throws SQLException, IOException;
}
