package org.kizuna.page.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kizuna.feature.Links;
import org.kizuna.shared.Words;
import org.omnifaces.util.Faces;

/**
 * What was done and who is next, told once on the page that follows it: it is kept in the session and not in the
 * address, so that neither a reload nor a bookmark nor a form that is refused tells it again.
 */
@Named
@RequestScoped
public class Told {

    private static final String KEPT = Told.class.getName();

    @Inject
    private HttpServletRequest request;

    @Inject
    private CurrentUser you;

    private @Nullable String text;

    /**
     * Goes to the page that tells it.
     *
     * @param done the words for it are called {@code done.} and this
     * @param address with {@code %s} where the arguments belong
     */
    public static void andGo(String done, String address, Object... arguments) {
        Object[] encoded = Stream.of(arguments)
                .map(argument -> Links.encoded(argument.toString()))
                .toArray();
        String target = encoded.length == 0 ? address : address.formatted(encoded);
        keep(Faces.getRequest(), done, target, List.of());
        Faces.redirect(target);
    }

    /** Keeps it until the page of an address is shown. */
    public static void keep(HttpServletRequest request, String done, String address, List<String> arguments) {
        request.getSession().setAttribute(KEPT, new Kept(done, address, List.copyOf(arguments)));
    }

    @PostConstruct
    void take() {
        HttpSession session = request.getSession(false);
        if (session == null || FacesContext.getCurrentInstance().isPostback()) {
            return;
        }
        String query = request.getQueryString();
        String address = request.getRequestURI() + (query == null ? "" : "?" + query);
        if (session.getAttribute(KEPT) instanceof Kept kept && kept.address.equals(address)) {
            session.removeAttribute(KEPT);
            String key = "done." + kept.done;
            boolean worded = Words.has(you.getLocale(), key);
            text = Words.text(you.getLocale(), worded ? key : "done.saved", kept.arguments.toArray());
        }
    }

    /** Nothing on most pages. */
    public @Nullable String getText() {
        return text;
    }

    private record Kept(String done, String address, List<String> arguments) implements Serializable {}
}
