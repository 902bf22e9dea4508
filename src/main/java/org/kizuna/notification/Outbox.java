package org.kizuna.notification;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kizuna.feature.Features;
import org.kizuna.feature.Notice;
import org.kizuna.feature.NoticeKind;
import org.kizuna.feature.Notices;
import org.kizuna.job.Jobs;
import org.kizuna.security.Recipient;
import org.kizuna.security.SecurityFeature;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Sql;
import org.kizuna.shared.Time;

/** Mail that is to go out. Each is ordered as a job with the transaction that tells what it says. */
@Stateless
@PermitAll
public class Outbox {

    /** What is older was told when no mail could go out. */
    private static final Duration DIGESTED = Duration.ofDays(7);

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Inject
    private Jobs jobs;

    @Inject
    private Notices notices;

    @Inject
    private Clock clock;

    /** @return the id of a mail to this account that goes out as soon as this transaction ends */
    public long put(long account) {
        return put(account, null).orElseThrow();
    }

    private Optional<Long> put(long account, @Nullable LocalDate digestOn) {
        Instant now = Time.now(clock);
        return Sql.with(dataSource, connection -> {
            if (digestOn != null
                    && Sql.on(
                                    connection,
                                    "SELECT 1 FROM outbox WHERE account_id = ? AND digest_on = ? FOR UPDATE",
                                    account,
                                    digestOn)
                            .isAny()) {
                return Optional.empty();
            }
            long mail = Sql.on(
                            connection,
                            "INSERT INTO outbox (account_id, digest_on, made_at, state, attempts) VALUES (?, ?, ?, ?, 0)",
                            account,
                            digestOn,
                            now,
                            MailState.WAITING.name())
                    .insert();
            order(mail, 0, now);
            return Optional.of(mail);
        });
    }

    private void order(long mail, int attempts, Instant due) {
        jobs.due(MailJob.NAME, mail + "." + attempts, Long.toString(mail), due);
    }

    /** Accounts to which something was told that they want to read once a day. */
    public List<Long> digested() {
        List<String> kinds = Features.notices().stream()
                .filter(NoticeKind::mailed)
                .map(NoticeKind::name)
                .toList();
        return kinds.isEmpty()
                ? List.of()
                : Sql.with(dataSource, connection -> Sql.on(
                                connection,
                                "SELECT DISTINCT n.account_id FROM notice n JOIN account a ON a.id = n.account_id"
                                        + waiting(kinds) + " AND a.active AND a.email IS NOT NULL"
                                        + " ORDER BY n.account_id",
                                daily(kinds))
                        .list(row -> row.getLong(1)));
    }

    /** Puts all of it into one mail; nothing where the day's is there already. */
    public void digest(long account, LocalDate day) {
        List<String> kinds = Features.notices().stream()
                .filter(NoticeKind::mailed)
                .map(NoticeKind::name)
                .toList();
        put(account, day)
                .ifPresent(mail -> Sql.with(dataSource, connection -> Sql.on(
                                connection,
                                "UPDATE notice n" + waiting(kinds).replace(" WHERE ", " SET n.mail_id = ? WHERE ")
                                        + " AND n.account_id = ?",
                                mail,
                                daily(kinds),
                                account)
                        .update()));
    }

    private static String waiting(List<String> kinds) {
        return " LEFT JOIN notice_choice c ON c.account_id = n.account_id AND c.kind = n.kind WHERE n.mail_id IS NULL"
                + " AND n.read_at IS NULL AND n.kind IN (" + Sql.marks(kinds.size()) + ")"
                + " AND COALESCE(c.delivery, '" + Delivery.USUAL + "') = ? AND n.told_at > ?";
    }

    private List<Object> daily(List<String> kinds) {
        List<Object> values = new ArrayList<>(kinds);
        values.addAll(List.of(Delivery.DAILY.name(), Time.now(clock).minus(DIGESTED)));
        return values;
    }

    /** A mail that still waits; empty where it is gone or went out. */
    public Optional<Waiting> find(long mail) {
        return Sql.with(dataSource, connection -> Sql.on(
                        connection,
                        "SELECT account_id, digest_on, attempts FROM outbox WHERE id = ? AND state = ?",
                        mail,
                        MailState.WAITING.name())
                .first(row -> new Waiting(
                        mail, row.getLong(1), Optional.ofNullable(row.getObject(2, LocalDate.class)), row.getInt(3))));
    }

    /** Says what became of it. */
    public void end(long mail, MailState state) {
        Sql.with(dataSource, connection -> Sql.on(
                        connection, "UPDATE outbox SET state = ? WHERE id = ?", state.name(), mail)
                .update());
    }

    /**
     * It did not arrive: it is tried again later, or given up and an administrator told.
     *
     * @param failure what was in the way, without anybody's address
     */
    public void failed(Waiting mail, String failure) {
        int attempts = mail.attempts() + 1;
        Optional<Instant> again = Retry.after(attempts, Time.now(clock));
        Sql.with(dataSource, connection -> {
            Sql.on(
                            connection,
                            "UPDATE outbox SET attempts = ?, failure = ?, state = ? WHERE id = ?",
                            attempts,
                            failure,
                            (again.isPresent() ? MailState.WAITING : MailState.GIVEN_UP).name(),
                            mail.id())
                    .update();
            again.ifPresent(due -> order(mail.id(), attempts, due));
            if (again.isEmpty()) {
                giveUp(connection, mail, failure);
            }
            return mail;
        });
    }

    private void giveUp(Connection connection, Waiting mail, String failure) throws SQLException {
        String username = Recipient.find(connection, mail.account())
                .map(Recipient::username)
                .orElse("");
        notices.tell(new Notice(
                NotificationFeature.MAIL_GIVEN_UP,
                new RecordRef(SecurityFeature.ACCOUNT, mail.account()),
                username,
                List.of(username, failure),
                Notice.Audience.ALL));
    }

    /** @param attempts that failed */
    public record Waiting(long id, long account, Optional<LocalDate> digestOn, int attempts) {}
}
