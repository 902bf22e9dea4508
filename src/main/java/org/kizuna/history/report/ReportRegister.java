package org.kizuna.history.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import org.kizuna.security.Register;
import org.kizuna.security.Roles;
import org.kizuna.shared.JournalNote;

/** The door through which it is noted that a report, the result of a search, or figures were taken away. */
@Stateless
@Register
public class ReportRegister {

    @Inject
    private Event<JournalNote> noted;

    /** @param question what it was asked for, by the names of the fields */
    @RolesAllowed(Roles.AUDITOR)
    public void take(String report, String format, Map<String, Object> question) {
        note(report, format, question);
    }

    /** The same of figures, which everybody may see. */
    @RolesAllowed(Roles.ANYBODY)
    public void takeFigures(String report, String format, Map<String, Object> question) {
        note(report, format, question);
    }

    private void note(String report, String format, Map<String, Object> question) {
        Map<String, Object> detail = new TreeMap<>(question);
        detail.put("report", report);
        detail.put("format", format);
        noted.fire(new JournalNote(detail));
    }
}
