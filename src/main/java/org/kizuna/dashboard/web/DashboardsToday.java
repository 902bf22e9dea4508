package org.kizuna.dashboard.web;

import jakarta.enterprise.context.Dependent;
import org.kizuna.feature.Today;
import org.kizuna.feature.TodayPart;
import org.kizuna.security.Roles;

/** Where managers look first. */
@Dependent
public class DashboardsToday implements TodayPart {

    @Override
    public int place() {
        return 5;
    }

    @Override
    public void tell(Today today) {
        if (today.isFor(Roles.MANAGER)) {
            today.next("dashboard", "/dashboard/donors");
        }
    }
}
