package org.kizuna.security;

import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kizuna.shared.ActionContext;
import org.kizuna.shared.BusinessRuleViolation;
import org.kizuna.shared.LongestTransaction;
import org.kizuna.shared.OwnWork;
import org.kizuna.shared.RefusedByDatabase;
import org.kizuna.shared.TookTooLong;

/**
 * Has it noted when somebody tries at a register what their role or their own part in the record forbids. The
 * container calls it before it checks roles and begins the transaction: see {@code jboss-ejb3.xml}. What fails is logged
 * outside of it, without the values that a database quotes.
 */
public class RefusalInterceptor {

    private static final Logger LOG = Logger.getLogger(RefusalInterceptor.class.getName());

    @AroundInvoke
    Object watch(InvocationContext call) throws Exception {
        // what a register asks of another is part of the intention that began outermost
        boolean begins = call.getMethod().getDeclaringClass().isAnnotationPresent(Register.class)
                && ActionContext.find().current().isEmpty();
        long since = System.nanoTime();
        try {
            return call.proceed();
        } catch (EJBAccessException refusal) {
            if (begins) {
                note(call, "NotAllowed");
            }
            throw refusal;
        } catch (BusinessRuleViolation refusal) {
            if (begins && refusal instanceof OwnWork) {
                note(call, refusal.key());
            }
            throw refusal;
        } catch (RuntimeException failure) {
            RuntimeException told = RefusedByDatabase.of(failure);
            if (begins && tookTooLong(since)) {
                LOG.log(Level.WARNING, "A transaction took too long and was undone", told);
                throw new TookTooLong(longest());
            }
            throw told;
        }
    }

    /** Wherever the work was when its transaction ended beneath it, that is why it failed. */
    private static boolean tookTooLong(long since) {
        return System.nanoTime() - since >= longest().toNanos();
    }

    private static Duration longest() {
        return CDI.current().select(LongestTransaction.class).get().duration();
    }

    private static void note(InvocationContext call, String refusal) {
        try {
            CDI.current().select(RefusedAttempts.class).get().note(call.getMethod(), call.getParameters(), refusal);
        } catch (EJBException e) {
            // whoever called is to hear of the refusal, not of this
            LOG.log(Level.SEVERE, "The journal could not note a refusal", e);
        }
    }
}
