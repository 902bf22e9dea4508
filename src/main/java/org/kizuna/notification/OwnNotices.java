package org.kizuna.notification;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.kizuna.feature.Features;
import org.kizuna.feature.NoticeKind;
import org.kizuna.shared.Sql;
import org.kizuna.shared.Time;

/** What one account was told, and how it wants to be told. Nobody else sees it, and no journal names it. */
@ApplicationScoped
public class OwnNotices {

    /** More than so many that were not read are not counted. */
    public static final int COUNTED = 100;

    /** So long notices are kept. */
    private static final Duration KEPT = Duration.ofDays(180);

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Inject
    private Config config;

    @Inject
    private Clock clock;

    /** How many were not read, up to {@link #COUNTED}. */
    public int unread(long account) {
        return with(table -> table.unread(account, COUNTED));
    }

    /** Newest first, below an id. */
    public List<NoticeRow> list(long account, long below, int limit) {
        return with(table -> table.of(account, below, limit));
    }

    public void read(long account, long id) {
        with(table -> {
            table.readOne(account, id, Time.now(clock));
            return id;
        });
    }

    /** @param upTo id of the newest that was seen */
    public void readAll(long account, long upTo) {
        with(table -> {
            table.read(account, upTo, Time.now(clock));
            return upTo;
        });
    }

    /** Whether any mail can go out. */
    public boolean isMailed() {
        return MailServer.isNamed(config);
    }

    /** By kind, how what holders of these roles may be told comes by mail. */
    public Map<String, Delivery> choices(long account, Set<String> roles) {
        Map<String, Delivery> chosen = with(table -> table.choices(account));
        Map<String, Delivery> all = new LinkedHashMap<>();
        Features.notices().stream()
                .filter(kind -> kind.mailed() && kind.roles().stream().anyMatch(roles::contains))
                .forEach(kind -> all.put(kind.name(), chosen.getOrDefault(kind.name(), Delivery.USUAL)));
        return all;
    }

    /** What is no kind of notice that comes by mail is left out. */
    public void choose(long account, Map<String, Delivery> choices) {
        Set<String> known = Features.notices().stream()
                .filter(NoticeKind::mailed)
                .map(NoticeKind::name)
                .collect(Collectors.toSet());
        with(table -> {
            for (Map.Entry<String, Delivery> choice : choices.entrySet()) {
                if (known.contains(choice.getKey())) {
                    table.choose(account, choice.getKey(), choice.getValue());
                }
            }
            return account;
        });
    }

    /** Erases what was told long ago. */
    void expire() {
        Instant before = Time.now(clock).minus(KEPT);
        with(table -> {
            table.eraseBefore(before);
            return before;
        });
    }

    private <T> T with(Statements<T> statements) {
        return Sql.with(dataSource, connection -> statements.on(new NoticeTable(connection)));
    }

    /** Something asked of the table. */
    private interface Statements<T> {
        T on(NoticeTable table) throws SQLException;
    }
}
