package org.kizuna.security;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import org.kizuna.shared.Action;
import org.kizuna.shared.ActionContext;
import org.kizuna.shared.Channel;

/** Declares to the transaction who does what in which role, before a register method begins. */
@Register
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
class RegisterInterceptor {

    @Inject
    private ActionContext intents;

    @AroundInvoke
    Object declare(InvocationContext call) throws Exception {
        Method method = call.getMethod();
        intents.begin(new Action(
                Caller.name(),
                Permissions.roleAllowing(method, Caller.roles()),
                Channel.current(),
                Permissions.action(method),
                null));
        return call.proceed();
    }
}
