package org.kizuna.shared.paging;

import java.time.Instant;
import java.util.List;

/** Tells which records changed, to those who can't see the journal. */
public interface ChangedRecords {

    /**
     * Ids of the records that changed, or of which a part did, ascending.
     *
     * @param kinds the kind of record first, then kinds whose records are parts of one
     * @param moment from which on, inclusive
     * @param after the ids are above this one
     * @param most no more than these
     * @throws org.kizuna.shared.BusinessRuleViolation when more has changed since than can be looked through at once
     */
    List<Long> since(List<String> kinds, Instant moment, long after, int most);
}
