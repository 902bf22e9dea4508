package org.kizuna.security;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import org.kizuna.shared.Channel;
import org.kizuna.shared.Intent;
import org.kizuna.shared.Intents;
import org.kizuna.shared.Noted;

/** Journals how sign-ins came out, and what follows for the account. */
@Stateless
@PermitAll
public class SignInOutcomes {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Intents intents;

    @Inject
    private Event<Noted> noted;

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
        intents.begin(new Intent(account.username(), "", Channel.current(), "SignIn.keepAnew", null));
        account.keepPasswordAs(hash);
    }

    private void note(String actor, String action, String username) {
        intents.begin(new Intent(actor, "", Channel.current(), action, null));
        noted.fire(new Noted(Map.of("username", username)));
    }
}
