package org.kizuna.security;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Time;

/**
 * Where accounts are signed in, and the browsers they signed in with before. A session knows its key, the table its hash.
 * Ending one is deleting its row: on this server it holds from the next request on, on others within seconds.
 */
@Stateless
@PermitAll
public class Sessions {

    private static final int BROWSERS = 20;
    private static final int BROWSER_NAME = 200;
    private static final int BROWSER_DAYS = 400;

    /** What is written about a session is so old at the most. */
    static final Duration SEEN_TO = Duration.ofMinutes(1);

    /** Sessions checked before that moment are checked again. */
    private static volatile Instant lastEnded = Instant.EPOCH;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    static Instant lastEnded() {
        return lastEnded;
    }

    /** @return the key of the new session */
    public String begin(long account, String address, @Nullable String browser) {
        Instant now = Time.now(clock);
        write("DELETE FROM account_session WHERE began_at < ?1", now.minus(SessionLimits.LONGEST));
        String key = Tokens.fresh();
        String name = browser == null ? "" : browser.replaceAll("\\p{Cntrl}", " ");
        write(
                "INSERT INTO account_session (account_id, key_hash, began_at, seen_at, address, browser)"
                        + " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                account,
                Tokens.hash(key),
                now,
                now,
                address.length() > 45 ? address.substring(0, 45) : address,
                name.length() > BROWSER_NAME ? name.substring(0, BROWSER_NAME) : name);
        return key;
    }

    public boolean lives(String key) {
        return !rows("SELECT 1 FROM account_session WHERE key_hash = ?1", Tokens.hash(key))
                .isEmpty();
    }

    /** Somebody did something in it. */
    public void seen(String key) {
        write("UPDATE account_session SET seen_at = ?1 WHERE key_hash = ?2", Time.now(clock), Tokens.hash(key));
    }

    public void end(String key) {
        write("DELETE FROM account_session WHERE key_hash = ?1", Tokens.hash(key));
    }

    /** @return whether the account had such a session */
    public boolean end(long account, long id) {
        int ended = write("DELETE FROM account_session WHERE account_id = ?1 AND id = ?2", account, id);
        lastEnded = clock.instant();
        return ended > 0;
    }

    /** @param kept key of the one that goes on, null for none */
    public void endAll(long account, @Nullable String kept) {
        write(
                "DELETE FROM account_session WHERE account_id = ?1 AND key_hash <> ?2",
                account,
                kept == null ? "" : Tokens.hash(kept));
        lastEnded = clock.instant();
    }

    /** Those of the account in which something was done not too long ago, the latest first. */
    public List<SessionRow> of(long account, @Nullable String current) {
        String own = current == null ? "" : Tokens.hash(current);
        Query query = entities.createNativeQuery("SELECT id, began_at, seen_at, address, browser, key_hash"
                        + " FROM account_session WHERE account_id = ?1 AND seen_at > ?2 AND began_at > ?3"
                        + " ORDER BY id DESC")
                .unwrap(NativeQuery.class)
                .addScalar("id", Long.class)
                .addScalar("began_at", Instant.class)
                .addScalar("seen_at", Instant.class)
                .addScalar("address", String.class)
                .addScalar("browser", String.class)
                .addScalar("key_hash", String.class);
        Instant now = Time.now(clock);
        List<?> rows = with(
                        query,
                        account,
                        now.minus(SessionLimits.idle()).minus(SEEN_TO),
                        now.minus(SessionLimits.LONGEST))
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new SessionRow(
                        (Long) row[0],
                        (Instant) row[1],
                        (Instant) row[2],
                        (String) row[3],
                        BrowserName.of((String) row[4]),
                        own.equals(row[5])))
                .toList();
    }

    /** From now on the account knows the browser with that mark. */
    public void know(long account, String mark) {
        write(
                "DELETE FROM account_browser WHERE used_on < ?1",
                Time.today(clock).minusDays(BROWSER_DAYS));
        write(
                "INSERT INTO account_browser (account_id, browser_hash, used_on) VALUES (?1, ?2, ?3)"
                        + " ON DUPLICATE KEY UPDATE used_on = VALUES(used_on)",
                account,
                Tokens.hash(mark),
                Time.today(clock));
        List<?> surplus = rows(
                "SELECT browser_hash FROM account_browser WHERE account_id = ?1 ORDER BY used_on DESC, browser_hash"
                        + " LIMIT 1000 OFFSET " + BROWSERS,
                account);
        surplus.forEach(hash ->
                write("DELETE FROM account_browser WHERE account_id = ?1 AND browser_hash = ?2", account, hash));
    }

    public boolean knows(long account, String mark) {
        return !rows(
                        "SELECT 1 FROM account_browser WHERE account_id = ?1 AND browser_hash = ?2",
                        account,
                        Tokens.hash(mark))
                .isEmpty();
    }

    public void forgetBrowsers(long account) {
        write("DELETE FROM account_browser WHERE account_id = ?1", account);
    }

    private int write(String statement, Object... values) {
        return with(entities.createNativeQuery(statement), values).executeUpdate();
    }

    private List<?> rows(String query, Object... values) {
        return with(entities.createNativeQuery(query), values).getResultList();
    }

    private static Query with(Query query, Object... values) {
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query;
    }
}
