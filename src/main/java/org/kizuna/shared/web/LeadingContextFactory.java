package org.kizuna.shared.web;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.ExternalContextFactory;
import jakarta.faces.context.ExternalContextWrapper;
import jakarta.faces.context.FacesContext;
import java.io.IOException;

/** Tells {@link RepeatedPost} where requests are led on to. */
public class LeadingContextFactory extends ExternalContextFactory {

    public LeadingContextFactory(ExternalContextFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExternalContext getExternalContext(Object context, Object request, Object response) {
        return new Leading(getWrapped().getExternalContext(context, request, response));
    }

    // the wrapper's own methods lack the types of what it wraps
    @SuppressWarnings("unchecked")
    private static final class Leading extends ExternalContextWrapper {

        Leading(ExternalContext wrapped) {
            super(wrapped);
        }

        @Override
        public void redirect(String address) throws IOException {
            RepeatedPost.leads(FacesContext.getCurrentInstance(), address);
            super.redirect(address);
        }
    }
}
