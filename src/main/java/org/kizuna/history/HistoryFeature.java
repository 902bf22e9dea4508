package org.kizuna.history;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kizuna.feature.Feature;
import org.kizuna.feature.MenuEntry;
import org.kizuna.feature.Tone;
import org.kizuna.history.dossier.DossierJobStatus;
import org.kizuna.security.Roles;

/** What the history of records tells of itself. */
@ApplicationScoped
public class HistoryFeature implements Feature {

    @Override
    public String name() {
        return "history";
    }

    @Override
    public Map<? extends Enum<?>, Tone> tones() {
        return Map.of(
                DossierJobStatus.RUNNING, Tone.INFO,
                DossierJobStatus.READY, Tone.GOOD,
                DossierJobStatus.FAILED, Tone.BAD);
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry(130, "journal", "journal", "/history/journal", Set.of(Roles.AUDITOR)),
                new MenuEntry(131, "reports", "reports", "/history/reports", Set.of(Roles.AUDITOR)),
                new MenuEntry(132, "export", "export", "/history/export", Set.of(Roles.AUDITOR)),
                new MenuEntry(133, "audit", "audit", "/history/audit", Set.of(Roles.AUDITOR)),
                new MenuEntry(161, "persons", "persons", "/history/persons", Set.of(Roles.ADMINISTRATOR)));
    }
}
