package org.kizuna.history.proof;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.kizuna.shared.Channel;
import org.kizuna.shared.Intent;
import org.kizuna.shared.Intents;
import org.kizuna.shared.Noted;

/** Notes in the journal that this server's clock runs behind what was sealed. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ClockNote {

    @Inject
    private Intents intents;

    @Inject
    private Event<Noted> noted;

    public void behind(Duration behind) {
        intents.begin(new Intent("system", "", Channel.SYSTEM, "Sealer.clockBehind", null));
        noted.fire(new Noted(Map.of("seconds", behind.toSeconds())));
    }
}
