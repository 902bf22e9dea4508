package org.kizuna.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.kizuna.feature.Feature;
import org.kizuna.feature.MenuEntry;
import org.kizuna.security.Roles;

/** What the dashboards tell of themselves. */
@ApplicationScoped
public class DashboardFeature implements Feature {

    @Override
    public String name() {
        return "dashboard";
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry(110, "dashboard", "dashboard", "/dashboard/donors", Set.of()),
                new MenuEntry(
                        120, "portfolio", "portfolio", "/dashboard/portfolio", Set.of(Roles.AUDITOR, Roles.MANAGER)));
    }
}
