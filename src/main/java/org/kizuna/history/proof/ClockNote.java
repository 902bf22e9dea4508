package org.kizuna.history.proof;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.kizuna.shared.Action;
import org.kizuna.shared.ActionContext;
import org.kizuna.shared.Channel;
import org.kizuna.shared.JournalNote;

/** Notes in the journal that this server's clock runs behind what was sealed. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ClockNote {

    @Inject
    private ActionContext intents;

    @Inject
    private Event<JournalNote> noted;

    public void behind(Duration behind) {
        intents.begin(new Action("system", "", Channel.SYSTEM, "Sealer.clockBehind", null));
        noted.fire(new JournalNote(Map.of("seconds", behind.toSeconds())));
    }
}
