package org.kizuna.security;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Action;
import org.kizuna.shared.ActionContext;
import org.kizuna.shared.Channel;
import org.kizuna.shared.JournalNote;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Reference;

/** Notes what was tried and refused, in a transaction of its own: the one it was tried in is rolled back. */
@Stateless
public class RefusedAttempts {

    @Inject
    private ActionContext intents;

    @Inject
    private Event<JournalNote> noted;

    /** @param refusal name of the rule that refused it */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void note(Method attempted, @Nullable Object[] parameters, String refusal) {
        intents.begin(new Action(
                Caller.name(),
                Permissions.roleAllowing(attempted, Caller.roles()),
                Channel.current(),
                "RefusedAttempts.note",
                null));
        Map<String, Object> detail = new TreeMap<>();
        detail.put("attempted", Permissions.action(attempted));
        detail.put("refusal", refusal);
        Arrays.stream(parameters)
                .filter(parameter -> parameter instanceof Reference || parameter instanceof RecordRef)
                .findFirst()
                .ifPresent(record -> detail.put("record", record.toString()));
        noted.fire(new JournalNote(detail));
    }
}
