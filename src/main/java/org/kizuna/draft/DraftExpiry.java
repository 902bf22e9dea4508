package org.kizuna.draft;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Duration;

/** Erases drafts that nobody has come back to. */
@PermitAll
@Singleton
public class DraftExpiry {

    /** How long a draft is kept after its last change. */
    public static final Duration KEPT = Duration.ofDays(30);

    @Inject
    private Drafts drafts;

    @Schedule(hour = "*", minute = "23", persistent = false)
    void expire() {
        drafts.eraseBefore(drafts.now().minus(KEPT));
    }
}
