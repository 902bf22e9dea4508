package org.kizuna.shared.web;

import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * A post that is sent again because its answer was lost on the way is led to where the first one led, and nothing is
 * saved twice. A page names each of its posts; what somebody does after coming back to the page has another name.
 */
public class RepeatedPost implements PhaseListener {

    /** The field in which a form names its post. */
    private static final String FIELD = "post";

    private static final int LONGEST_NAME = 64;

    private static final String LANDED = RepeatedPost.class.getName();

    /** To be called when a request is led on to another page. */
    static void leads(FacesContext context, String address) {
        context.getExternalContext().getRequestMap().put(LANDED, address);
    }

    @Override
    public void beforePhase(PhaseEvent event) {
        FacesContext context = event.getFacesContext();
        String name = name(context);
        if (event.getPhaseId() == PhaseId.APPLY_REQUEST_VALUES
                && name != null
                && page(context).getViewMap().get(LANDED) instanceof Landing landing
                && landing.post().equals(name)) {
            try {
                context.getExternalContext().redirect(landing.address());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            context.responseComplete();
        }
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        FacesContext context = event.getFacesContext();
        ExternalContext external = context.getExternalContext();
        String name = name(context);
        if (event.getPhaseId() == PhaseId.INVOKE_APPLICATION
                && name != null
                && context.getResponseComplete()
                && external.getRequestMap().get(LANDED) instanceof String address) {
            page(context).getViewMap().put(LANDED, new Landing(name, address));
        }
    }

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.ANY_PHASE;
    }

    private static UIViewRoot page(FacesContext context) {
        return context.getViewRoot();
    }

    private static @Nullable String name(FacesContext context) {
        String name = context.getExternalContext().getRequestParameterMap().get(FIELD);
        return name != null && name.length() <= LONGEST_NAME && context.getViewRoot() != null ? name : null;
    }

    /** Where a post led. */
    private record Landing(String post, String address) implements Serializable {}
}
