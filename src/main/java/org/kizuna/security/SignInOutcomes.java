package org.kizuna.security;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import org.kizuna.shared.Action;
import org.kizuna.shared.ActionContext;
import org.kizuna.shared.Channel;
import org.kizuna.shared.JournalNote;

/** Journals how sign-ins came out, and what follows for the account. */
@Stateless
@PermitAll
public class SignInOutcomes {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ActionContext intents;

    @Inject
    private Event<JournalNote> noted;

    /** @param mustChange whether the password is one that the account cannot keep */
    public SignedIn succeeded(long id, boolean mustChange) {
        Account account = entities.find(Account.class, id);
        note(account.username(), "SignIn.succeeded", account.username());
        if (mustChange) {
            account.requireOtherPassword();
            entities.flush();
        }
        return SignedIn.of(account);
    }

    public void failed(String name) {
        note("anonymous", "SignIn.failed", name);
    }

    public void ended(String username) {
        note(username, "SignIn.ended", username);
    }

    /** Keeps a password that has just been verified as passwords are kept by now. */
    public void keepAnew(long id, String hash) {
        Account account = entities.find(Account.class, id);
        intents.begin(new Action(account.username(), "", Channel.current(), "SignIn.keepAnew", null));
        account.keepPasswordAs(hash);
    }

    private void note(String actor, String action, String username) {
        intents.begin(new Action(actor, "", Channel.current(), action, null));
        noted.fire(new JournalNote(Map.of("username", username)));
    }
}
