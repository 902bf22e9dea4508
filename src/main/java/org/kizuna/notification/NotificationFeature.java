package org.kizuna.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.kizuna.feature.Feature;
import org.kizuna.feature.NoticeKind;
import org.kizuna.feature.Tab;
import org.kizuna.security.Roles;
import org.kizuna.security.SecurityFeature;

/** What notices tell of themselves. */
@ApplicationScoped
public class NotificationFeature implements Feature {

    /** A mail that never arrived; by mail it would tell of itself. */
    static final String MAIL_GIVEN_UP = "mailGivenUp";

    @Override
    public String name() {
        return "notification";
    }

    @Override
    public List<NoticeKind> notices() {
        return List.of(new NoticeKind(MAIL_GIVEN_UP, Set.of(Roles.ADMINISTRATOR), false));
    }

    @Override
    public List<Tab> tabs() {
        return List.of(
                new Tab(Tab.HEADER, 10, "notification/bell.xhtml"),
                new Tab(SecurityFeature.PROFILE, 10, "notification/choices.xhtml"));
    }
}
