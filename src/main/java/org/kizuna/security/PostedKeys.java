package org.kizuna.security;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.ForgetsPersons;
import org.kizuna.shared.Sql;
import org.kizuna.shared.Time;

/**
 * Answers to posts that carried an Idempotency-Key, by account and key [draft-ietf-httpapi-idempotency-key-header]. They
 * are no records and are kept for a day.
 */
@Singleton
@LocalBean
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PostedKeys implements ForgetsPersons {

    private static final Duration KEPT = Duration.ofHours(24);

    /** After this a post that was never answered may be carried out again: its server is gone. */
    private static final Duration UNANSWERED = Duration.ofMinutes(15);

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    public PostedKeys() {}

    /**
     * Takes a key for a post.
     *
     * @return what stands under it already; empty when the post is to be carried out now
     */
    public Optional<Posted> take(String account, String key, String hash) {
        Instant now = Time.now(clock);
        change(
                "DELETE FROM idempotency_key WHERE account = ? AND posted_key = ? AND (begun_at < ? OR (status IS NULL"
                        + " AND begun_at < ?))",
                account,
                key,
                now.minus(KEPT),
                now.minus(UNANSWERED));
        int taken = change(
                "INSERT IGNORE INTO idempotency_key (account, posted_key, request_hash, begun_at) VALUES (?, ?, ?, ?)",
                account,
                key,
                hash,
                now);
        return taken == 1 ? Optional.empty() : Optional.of(find(account, key));
    }

    private Posted find(String account, String key) {
        return Sql.with(dataSource, connection -> Sql.on(
                                connection,
                                "SELECT request_hash, status, location, tag, media_type, answer FROM"
                                        + " idempotency_key WHERE account = ? AND posted_key = ?",
                                account,
                                key)
                        .first(row -> new Posted(
                                row.getString(1),
                                (Integer) row.getObject(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6))))
                .orElse(new Posted("", null, null, null, null, null));
    }

    /** Keeps the answer. */
    public void answered(String account, String key, Posted posted) {
        change(
                "UPDATE idempotency_key SET status = ?, location = ?, tag = ?, media_type = ?, answer = ?"
                        + " WHERE account = ? AND posted_key = ?",
                posted.status(),
                posted.location(),
                posted.tag(),
                posted.mediaType(),
                posted.answer(),
                account,
                key);
    }

    /** Nothing was carried out: the same key may be sent with what was mended. */
    public void release(String account, String key) {
        change("DELETE FROM idempotency_key WHERE account = ? AND posted_key = ? AND status IS NULL", account, key);
    }

    /** Forgets those that were kept long enough. */
    public void expire() {
        change("DELETE FROM idempotency_key WHERE begun_at < ?", Time.now(clock).minus(KEPT));
    }

    @Override
    public void forget(String kind, long id, String person) {
        String written = person.replace("\\", "\\\\").replace("\"", "\\\"");
        change("DELETE FROM idempotency_key WHERE LOCATE(?, answer) > 0", written);
    }

    private int change(String sql, @Nullable Object... values) {
        return Sql.with(
                dataSource, connection -> Sql.on(connection, sql, values).update());
    }

    /**
     * What was answered.
     *
     * @param hash of the request
     * @param status null while it is being carried out
     * @param tag entity tag, as the header has it
     */
    public record Posted(
            String hash,
            @Nullable Integer status,
            @Nullable String location,
            @Nullable String tag,
            @Nullable String mediaType,
            @Nullable String answer) {}
}
