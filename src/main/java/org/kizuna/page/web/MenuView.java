package org.kizuna.page.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collections;
import java.util.List;
import org.kizuna.feature.Features;
import org.kizuna.feature.MenuEntry;

/** The menu as whoever is reading sees it. */
@Named
@RequestScoped
public class MenuView {

    /** The first place below the line. */
    private static final int LINE = 100;

    @Inject
    private CurrentUser you;

    /** The daily work. */
    public List<MenuEntry> getDaily() {
        return seen().filter(entry -> entry.place() < LINE).toList();
    }

    /** What is looked at or looked after. */
    public List<MenuEntry> getFurther() {
        return seen().filter(entry -> entry.place() >= LINE).toList();
    }

    private java.util.stream.Stream<MenuEntry> seen() {
        return Features.menu().stream()
                .filter(entry -> entry.roles().isEmpty() || !Collections.disjoint(entry.roles(), you.getRoles()));
    }
}
