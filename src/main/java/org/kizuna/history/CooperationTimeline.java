package org.kizuna.history;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kizuna.security.Roles;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Sql;
import org.kizuna.shared.paging.Page;

/** All that happened in a cooperation, newest first. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CooperationTimeline {

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    /**
     * @param record whose cooperation is meant
     * @param after cursor of the change before the first one wanted, or null
     * @throws org.kizuna.shared.paging.InvalidCursor when that is no place
     */
    @RolesAllowed({Roles.AUDITOR, Roles.MANAGER})
    public Page<JournalEntry> of(RecordRef record, @Nullable String after, int limit) {
        return Sql.with(dataSource, connection -> {
            JournalScan journal = new JournalScan(connection);
            CooperationScope scope = new CooperationScope(connection, journal.newest(null));
            List<JournalPlace> places = scope.changes(scope.around(record));
            int end = after == null ? places.size() : before(places, JournalPlace.decoded(after));
            int start = Math.max(0, end - limit);
            List<JournalPlace> some = new ArrayList<>(places.subList(start, end));
            Collections.reverse(some);
            return new Page<>(journal.at(some), start > 0 ? places.get(start).encoded() : null, null);
        });
    }

    /** How many of the places lie before one. */
    private static int before(List<JournalPlace> places, JournalPlace place) {
        int found = Collections.binarySearch(places, place, Comparator.comparingLong(JournalPlace::packed));
        return found < 0 ? -found - 1 : found;
    }
}
