package org.kizuna.shared.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;

/** Tells browsers' caches one deployment's styles and scripts from the next one's. */
@ApplicationScoped
public class Started {

    private final String moment = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

    @Produces
    @Named("started")
    public String moment() {
        return moment;
    }
}
