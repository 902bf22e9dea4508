package org.kizuna.draft.web;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.servlet.http.HttpServletRequest;
import org.kizuna.draft.Drafts;
import org.kizuna.security.Authentication;

/** Erases the draft of a form that was saved: what is saved leads on to another page, and nothing else does. */
public class DraftErasure implements PhaseListener {

    /** The field in which a form names the address whose draft it is. */
    private static final String FIELD = "draft";

    @Override
    public void afterPhase(PhaseEvent event) {
        FacesContext context = event.getFacesContext();
        String address = context.getExternalContext().getRequestParameterMap().get(FIELD);
        if (address == null
                || !context.getResponseComplete()
                || context.isValidationFailed()
                || !DraftBody.isAddress(address)) {
            return;
        }
        HttpServletRequest request =
                (HttpServletRequest) context.getExternalContext().getRequest();
        Authentication.signedIn(request)
                .ifPresent(account -> CDI.current().select(Drafts.class).get().erase(account.accountId(), address));
    }

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.INVOKE_APPLICATION;
    }
}
