package org.kizuna.notification.web;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kizuna.notification.Delivery;
import org.kizuna.notification.OwnNotices;
import org.kizuna.page.web.Told;
import org.kizuna.security.Authentication;
import org.kizuna.security.SecurityFeature;
import org.kizuna.security.SignedIn;
import org.omnifaces.util.Faces;

/** How whoever is reading wants notices to come by mail. */
@Named
@ViewScoped
public class NoticeChoicesView implements Serializable {

    @Inject
    private transient OwnNotices notices;

    private Map<String, String> choices = new LinkedHashMap<>();

    @PostConstruct
    void load() {
        SignedIn reader = reader();
        notices.choices(reader.accountId(), reader.roles())
                .forEach((kind, delivery) -> choices.put(kind, delivery.name()));
    }

    private static SignedIn reader() {
        return Authentication.signedIn(Faces.getRequest()).orElseThrow();
    }

    public boolean isMailed() {
        return notices.isMailed();
    }

    /** The kinds that this reader may be told. */
    public List<String> getKinds() {
        return new ArrayList<>(choices.keySet());
    }

    public Map<String, String> getChoices() {
        return choices;
    }

    public Delivery[] getDeliveries() {
        return Delivery.values();
    }

    public void choose() {
        Map<String, Delivery> chosen = new LinkedHashMap<>();
        choices.forEach((kind, delivery) -> chosen.put(kind, Delivery.valueOf(delivery)));
        notices.choose(reader().accountId(), chosen);
        Told.andGo("notices.choose", SecurityFeature.PROFILE_PAGE);
    }
}
