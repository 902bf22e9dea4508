package org.kizuna.page.web;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import org.omnifaces.util.Faces;

/** What had this page's address has another one for good. */
public final class Moved {

    /** The same request is to be sent to the other address [RFC 9110, 15.4.9]. */
    private static final int FOR_GOOD = 308;

    private Moved() {}

    public static void to(String address) {
        FacesContext context = FacesContext.getCurrentInstance();
        ExternalContext answer = context.getExternalContext();
        answer.setResponseStatus(FOR_GOOD);
        answer.setResponseHeader("Location", Faces.getRequestContextPath() + address);
        context.responseComplete();
    }
}
