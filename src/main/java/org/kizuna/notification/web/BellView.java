package org.kizuna.notification.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.kizuna.notification.OwnNotices;
import org.kizuna.security.Authentication;
import org.kizuna.security.SignedIn;
import org.omnifaces.util.Faces;

/** How much whoever is reading was told and has not read. */
@Named
@RequestScoped
public class BellView {

    @Inject
    private OwnNotices notices;

    private @Nullable Integer unread;

    /** More than {@link OwnNotices#COUNTED} are not counted. */
    public int getUnread() {
        if (unread == null) {
            unread = Authentication.signedIn(Faces.getRequest())
                    .map(SignedIn::accountId)
                    .map(notices::unread)
                    .orElse(0);
        }
        return unread;
    }
}
