package org.kizuna.history;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kizuna.search.RecordDirectory;
import org.kizuna.search.SearchHit;
import org.kizuna.security.Register;
import org.kizuna.security.Roles;
import org.kizuna.shared.JournalNote;
import org.kizuna.shared.RecordRef;

/** The door through which it is noted that history was taken away. */
@Stateless
@Register
public class ExportRegister {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Event<JournalNote> noted;

    @Inject
    private RecordDirectory directory;

    /** @return number of the last change set that the export takes in */
    @RolesAllowed(Roles.AUDITOR)
    public long begin(HistoryScope scope, String format) {
        long upTo = ((Number) entities.createNativeQuery("SELECT COALESCE(MAX(id), 0) FROM journal_change_set")
                        .getSingleResult())
                .longValue();
        Map<String, Object> detail = new HashMap<>();
        detail.put("format", format);
        detail.put("upTo", upTo);
        if (scope.cooperation() != null) {
            detail.put("cooperation", nameOf(scope.cooperation()));
        }
        if (scope.from() != null) {
            detail.put("from", scope.from().toString());
        }
        if (scope.to() != null) {
            detail.put("to", scope.to().toString());
        }
        noted.fire(new JournalNote(detail));
        return upTo;
    }

    private String nameOf(RecordRef record) {
        SearchHit hit = directory.named(List.of(record)).get(record);
        return hit == null ? record.toString() : hit.reference() + " " + hit.title();
    }

    /**
     * Notes that somebody takes a dossier away which was made before.
     *
     * @param job in which it was made
     * @param upTo number of the last change set in it
     */
    @RolesAllowed(Roles.AUDITOR)
    public void take(String job, long upTo) {
        noted.fire(new JournalNote(Map.of("dossierJob", job, "upTo", upTo)));
    }

    @RolesAllowed(Roles.AUDITOR)
    public void end(long upTo, Map<String, String> totals, String sha256) {
        Map<String, Object> detail = new HashMap<>(totals);
        detail.put("upTo", upTo);
        detail.put("sha256", sha256);
        noted.fire(new JournalNote(detail));
    }
}
