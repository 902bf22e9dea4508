package org.kizuna.notification.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.notification.NoticeRow;
import org.kizuna.notification.OwnNotices;
import org.kizuna.page.web.CurrentUser;
import org.kizuna.page.web.Told;
import org.kizuna.security.Authentication;
import org.kizuna.security.SignedIn;
import org.omnifaces.util.Faces;

/** What whoever is reading was told, newest first, as the page showed it: what came since is not marked as read. */
@Named
@ViewScoped
public class NoticesView implements Serializable {

    private static final int ROWS = 50;
    private static final String PAGE = "/notification/notices";

    @Inject
    private transient OwnNotices notices;

    @Inject
    private transient CurrentUser reader;

    private List<NoticeRow> rows = List.of();

    /** Before the page is written, whose head says how many are new. */
    public void load() {
        BellView.forget();
        String before = String.valueOf(Faces.getRequestParameter("before"));
        long below = before.matches("[0-9]{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE;
        rows = notices.list(account(), below, ROWS);
    }

    public List<NoticeRow> getRows() {
        return rows;
    }

    /** Id below which older ones are; null where there are none. */
    public @Nullable Long getOlder() {
        return rows.size() < ROWS ? null : rows.get(ROWS - 1).id();
    }

    public String text(NoticeRow row) {
        return row.text(reader.getLocale());
    }

    public void read(long id) {
        notices.read(account(), id);
        BellView.forget();
        Told.andGo("notices.read", PAGE);
    }

    public void readAll() {
        notices.readAll(account(), rows.get(0).id());
        BellView.forget();
        Told.andGo("notices.readAll", PAGE);
    }

    private static long account() {
        return Authentication.signedIn(Faces.getRequest())
                .map(SignedIn::accountId)
                .orElseThrow();
    }
}
