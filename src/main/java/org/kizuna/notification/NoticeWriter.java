package org.kizuna.notification;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.kizuna.feature.Features;
import org.kizuna.feature.Notice;
import org.kizuna.feature.NoticeKind;
import org.kizuna.feature.Notices;
import org.kizuna.security.Caller;
import org.kizuna.security.Recipient;
import org.kizuna.security.SecurityFeature;
import org.kizuna.shared.ForgetsPersons;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Sql;
import org.kizuna.shared.Time;

/** Writes notices down for each who is told, with the transaction that tells them. */
@ApplicationScoped
public class NoticeWriter implements Notices, ForgetsPersons {

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Inject
    private Outbox outbox;

    @Inject
    private Config config;

    @Inject
    private Clock clock;

    @Override
    public void tell(Notice notice) {
        NoticeKind kind = Features.notice(notice.kind());
        Instant now = Time.now(clock);
        Sql.with(dataSource, connection -> {
            for (Recipient reader :
                    Recipient.of(connection, notice.record(), kind.roles(), notice.to(), Caller.name())) {
                Long mail = comesAtOnce(connection, kind, reader) ? outbox.put(reader.account()) : null;
                new NoticeTable(connection).add(reader.account(), notice, now, mail);
            }
            return now;
        });
    }

    private boolean comesAtOnce(Connection connection, NoticeKind kind, Recipient reader) throws SQLException {
        return kind.mailed()
                && reader.email() != null
                && MailServer.isNamed(config)
                && new NoticeTable(connection).choices(reader.account()).getOrDefault(kind.name(), Delivery.USUAL)
                        == Delivery.AT_ONCE;
    }

    @Override
    public void done(String kind, RecordRef record) {
        Sql.with(dataSource, connection -> {
            new NoticeTable(connection).done(kind, record, Time.now(clock));
            return record;
        });
    }

    /** Takes what an account's holder was told, and all that names the person, whoever was told it. */
    @Override
    public void forget(String kind, long id, String person) {
        Sql.with(dataSource, connection -> {
            if (SecurityFeature.ACCOUNT.equals(kind)) {
                new NoticeTable(connection).forget(id);
            }
            new NoticeTable(connection).forget(person);
            return person;
        });
    }
}
