package org.kizuna.history.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.kizuna.history.publish.Publication;
import org.kizuna.history.publish.PublicationQueries;

/** Where signed heads go outside, and which went last. */
@Named
@RequestScoped
public class PublicationsView {

    private static final int SHOWN = 15;

    @Inject
    private PublicationQueries publications;

    private List<String> places = List.of();
    private List<Publication> latest = List.of();

    @PostConstruct
    void load() {
        places = publications.places();
        latest = publications.latest(SHOWN);
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
