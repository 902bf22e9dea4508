package org.kizuna.shared.web;

import jakarta.ejb.EJBAccessException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.AskedAbout;
import org.kizuna.shared.BusinessRuleViolation;
import org.kizuna.shared.Busy;
import org.kizuna.shared.InvalidInput;
import org.kizuna.shared.Question;
import org.kizuna.shared.StaleVersion;
import org.kizuna.shared.WhyDespite;
import org.kizuna.shared.Words;

/**
 * Shows what a register refused beside the field it belongs to, and lets the page go on with everything that was
 * typed. The field {@code parties[1].partner} is the component {@code form:parties:1:partner}; the {@code reason} of
 * a step is {@code form:suspend:reason}.
 */
class RefusalHandler extends ExceptionHandlerWrapper {

    private static final Logger LOG = System.getLogger(RefusalHandler.class.getName());

    RefusalHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        FacesContext context = FacesContext.getCurrentInstance();
        for (Iterator<ExceptionQueuedEvent> events =
                        getUnhandledExceptionQueuedEvents().iterator();
                events.hasNext(); ) {
            Throwable failure = events.next().getContext().getException();
            if (explain(context, failure) || malformed(context, failure) || failed(context, failure)) {
                events.remove();
            }
        }
        getWrapped().handle();
    }

    private static boolean explain(FacesContext context, @Nullable Throwable failure) {
        if (!context.isPostback()) {
            return isRefusal(failure) && notFound(context);
        }
        Locale language = Words.closest(
                context.getViewRoot() == null ? null : context.getViewRoot().getLocale());
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StaleVersion stale) {
                context.getViewRoot().getViewMap().put(StaleVersion.class.getName(), stale);
                context.validationFailed();
                return true;
            }
            if (cause instanceof InvalidInput invalid) {
                invalid.problems()
                        .forEach(problem -> show(
                                context, problem.field(), Words.text(language, problem.key(), problem.arguments())));
                return true;
            }
            if (cause instanceof AskedAbout asked) {
                ask(context, language, asked.questions());
                return true;
            }
            if (cause instanceof WhyDespite why) {
                show(context, "despiteReason", Words.refusal(language, why));
                return true;
            }
            if (cause instanceof BusinessRuleViolation violation) {
                show(context, violation.field(), Words.refusal(language, violation));
                return true;
            }
            if (cause instanceof OptimisticLockException) {
                show(context, null, Words.text(language, "SavedByAnother"));
                return true;
            }
            if (cause instanceof EJBAccessException) {
                show(context, null, Words.text(language, "NotAllowed"));
                return true;
            }
        }
        return false;
    }

    /** What no page of ours sends: keys that are none of its, a view that never was, parts that are none. */
    private static boolean malformed(FacesContext context, @Nullable Throwable failure) {
        if (context.getExternalContext().isResponseCommitted() || failure == null || !MalformedPost.isBehind(failure)) {
            return false;
        }
        try {
            context.getExternalContext().responseSendError(HttpServletResponse.SC_BAD_REQUEST, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.responseComplete();
        return true;
    }

    /**
     * A page's script learns that nothing was saved, and whether a fresh view may help; the page stays as it is, with
     * all that was typed.
     */
    private static boolean failed(FacesContext context, @Nullable Throwable failure) {
        ExternalContext external = context.getExternalContext();
        if (!context.getPartialViewContext().isAjaxRequest() || external.isResponseCommitted()) {
            return false;
        }
        boolean expired = failure instanceof ViewExpiredException;
        boolean busy = failure != null && Busy.isBehind(failure);
        if (!expired && !busy) {
            LOG.log(Level.ERROR, "A page's request failed: " + external.getRequestServletPath(), failure);
        }
        external.responseReset();
        if (busy) {
            external.addResponseHeader("Retry-After", RefusedRequest.RETRY_AFTER);
            external.setResponseStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else {
            external.setResponseStatus(
                    expired ? HttpServletResponse.SC_CONFLICT : HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
        context.responseComplete();
        return true;
    }

    private static boolean isRefusal(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BusinessRuleViolation) {
                return true;
            }
        }
        return false;
    }

    /** An address that names what is not there. */
    private static boolean notFound(FacesContext context) {
        if (context.getExternalContext().isResponseCommitted()) {
            return false;
        }
        try {
            context.getExternalContext().responseSendError(404, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.responseComplete();
        return true;
    }

    private static void ask(FacesContext context, Locale language, List<Question> questions) {
        AskedView.show(context, questions);
        for (Question question : questions) {
            String text = Words.text(language, question.key(), question.arguments());
            String client = client(context, question.field());
            if (client != null) {
                context.addMessage(client, new FacesMessage(FacesMessage.SEVERITY_WARN, text, null));
            }
        }
        context.validationFailed();
    }

    private static void show(FacesContext context, @Nullable String field, String text) {
        String client = field == null ? null : client(context, field);
        context.addMessage(client, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
        context.validationFailed();
    }

    /** The field beside what was clicked, where a step has its own; else the form's; null where there is none. */
    static @Nullable String client(FacesContext context, String field) {
        String id = field.replace("].", ":").replace("[", ":").replace("]", "");
        String around = context.getExternalContext().getRequestParameterMap().get("jakarta.faces.source");
        while (around != null && around.contains(":")) {
            around = around.substring(0, around.lastIndexOf(':'));
            if (exists(context, around + ":" + id)) {
                return around + ":" + id;
            }
        }
        return exists(context, "form:" + id) ? "form:" + id : null;
    }

    private static boolean exists(FacesContext context, String client) {
        // rows of a list have no component of their own; the list's has
        String[] parts = client.split(":\\d+:", 2);
        return context.getViewRoot().findComponent(parts[0]) != null;
    }
}
