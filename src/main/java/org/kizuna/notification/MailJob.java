package org.kizuna.notification;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;
import org.kizuna.job.Job;
import org.kizuna.job.JobRun;
import org.kizuna.job.JobSchedule;
import org.kizuna.security.Recipient;
import org.kizuna.shared.Sql;
import org.kizuna.shared.Time;

/** Sends one mail of the outbox; of several servers one does. Once an hour it erases what was told long ago. */
@ApplicationScoped
public class MailJob implements Job {

    static final String NAME = "mail";

    private static final Logger LOG = System.getLogger(MailJob.class.getName());

    /** More than so many in one mail are read on the page. */
    private static final int NOTICES = 200;

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Inject
    private Outbox outbox;

    @Inject
    private OwnNotices notices;

    @Inject
    private Config config;

    @Inject
    private Clock clock;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<JobSchedule> schedule() {
        return Optional.of(JobSchedule.everyHour(41));
    }

    @Override
    public @Nullable String run(JobRun run) {
        String mail = run.content();
        if (mail == null) {
            notices.expire();
        } else {
            outbox.find(Long.parseLong(mail)).ifPresent(this::send);
        }
        return null;
    }

    private void send(Outbox.Waiting mail) {
        Recipient reader = Sql.with(dataSource, connection -> Recipient.find(connection, mail.account()))
                .orElse(null);
        List<NoticeRow> rows = Sql.with(dataSource, connection -> new NoticeTable(connection).in(mail.id(), NOTICES));
        if (reader == null || reader.email() == null || rows.isEmpty()) {
            outbox.end(mail.id(), MailState.NEEDLESS);
            return;
        }
        Letter letter = new Letter(reader.language(), mail.digestOn().orElse(null), rows, site());
        try {
            MailServer.of(config).send(reader.email(), letter.subject(), letter.text(), Time.now(clock), List.of());
            outbox.end(mail.id(), MailState.SENT);
        } catch (IOException e) {
            // the message may hold an address, which is to be erased with its owner
            String failure = e.getCause() == null
                    ? e.getClass().getSimpleName()
                    : e.getCause().getClass().getSimpleName();
            LOG.log(Level.WARNING, "Mail {0} did not go out: {1}", mail.id(), failure);
            outbox.failed(mail, failure);
        }
    }

    private @Nullable String site() {
        return config.getOptionalValue("kizuna.mail.site", String.class)
                .map(site -> site.strip().replaceAll("/+$", ""))
                .orElse(null);
    }
}
