package org.kizuna.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.kizuna.feature.Feature;
import org.kizuna.feature.MenuEntry;

/** What pages have in common tells of itself: the words that every feature uses, and where the day begins. */
@ApplicationScoped
public class PageFeature implements Feature {

    @Override
    public String name() {
        return "page";
    }

    @Override
    public String bundle() {
        return "shared";
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(new MenuEntry(0, "today", "today", "/", Set.of()));
    }
}
