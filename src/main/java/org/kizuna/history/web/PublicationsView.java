package org.kizuna.history.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.proof.SealTimer;
import org.kizuna.history.proof.TreeHead;
import org.kizuna.history.publish.Publication;
import org.kizuna.history.publish.PublicationQueries;

/** Where signed heads go outside, and which went last. */
@Named
@RequestScoped
public class PublicationsView {

    private static final int SHOWN = 15;

    @Inject
    private PublicationQueries publications;

    @Inject
    private SealTimer sealer;

    private List<String> places = List.of();
    private List<Publication> latest = List.of();

    @PostConstruct
    void load() {
        places = publications.places();
        latest = publications.latest(SHOWN);
    }

    /** The newest head when another key than this server's signed it, for which reason it seals nothing. */
    public @Nullable TreeHead getForeign() {
        return sealer.foreign().orElse(null);
    }

    /** None when none is configured. */
    public List<String> getPlaces() {
        return places;
    }

    /** Newest first. */
    public List<Publication> getLatest() {
        return latest;
    }
}
