package org.kizuna.testing;

import java.util.Set;
import java.util.concurrent.Callable;
import org.kizuna.security.Caller;
import org.kizuna.security.Roles;

/** Does something in a test as somebody. */
public final class As {

    private As() {}

    /** As somebody who holds these roles. */
    public static <T> T somebody(String username, Set<String> roles, Callable<T> work) throws Exception {
        return Caller.as(username, roles, work::call);
    }

    public static <T> T officer(Callable<T> work) throws Exception {
        return Caller.as("officer", Set.of(Roles.OFFICER), work::call);
    }

    public static <T> T officer2(Callable<T> work) throws Exception {
        return Caller.as("officer2", Set.of(Roles.OFFICER), work::call);
    }

    public static <T> T approver(Callable<T> work) throws Exception {
        return Caller.as("approver", Set.of(Roles.APPROVER), work::call);
    }

    public static <T> T treasurer(Callable<T> work) throws Exception {
        return Caller.as("treasurer", Set.of(Roles.TREASURER), work::call);
    }

    public static <T> T manager(Callable<T> work) throws Exception {
        return Caller.as("manager", Set.of(Roles.MANAGER), work::call);
    }

    public static <T> T auditor(Callable<T> work) throws Exception {
        return Caller.as("auditor", Set.of(Roles.AUDITOR), work::call);
    }

    public static <T> T administrator(Callable<T> work) throws Exception {
        return Caller.as("admin", Set.of(Roles.ADMINISTRATOR), work::call);
    }
}
