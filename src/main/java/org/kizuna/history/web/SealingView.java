package org.kizuna.history.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.proof.SealingWatch;
import org.kizuna.history.publish.PublicationQueries;
import org.kizuna.security.Caller;
import org.kizuna.security.Roles;

/** Whether sealing goes on, for those who have to know. */
@Named
@RequestScoped
public class SealingView {

    @Inject
    private SealingWatch watch;

    @Inject
    private PublicationQueries publications;

    private SealingWatch.@Nullable State state;

    @SuppressWarnings("NullAway.Init")
    public SealingView() {}

    /** Whether auditor and administrator are told on every page that the database is behind what was sealed. */
    public boolean isCut() {
        return watch.isCut()
                && (Caller.roles().contains(Roles.AUDITOR) || Caller.roles().contains(Roles.ADMINISTRATOR));
    }

    public SealingWatch.State getState() {
        SealingWatch.State known = state;
        if (known == null) {
            known = watch.state();
            state = known;
        }
        return known;
    }

    /** Whether nobody outside could notice that all of it was rewritten. */
    public boolean isUnwitnessed() {
        return publications.places().isEmpty();
    }
}
