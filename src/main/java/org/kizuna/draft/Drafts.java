package org.kizuna.draft;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kizuna.security.SecurityFeature;
import org.kizuna.shared.ForgetsPersons;
import org.kizuna.shared.Sql;
import org.kizuna.shared.Time;

/**
 * Keeps drafts, one for an account and an address. Drafts are no records: nobody else sees them and no journal names
 * them.
 */
@ApplicationScoped
public class Drafts implements ForgetsPersons {

    /** What one person can have open at the most; the oldest goes first. */
    private static final int MOST = 100;

    private static final String ROW =
            "SELECT address, record_kind, record_reference, title, content, saved_at FROM draft WHERE account_id = ? ";

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Inject
    private Clock clock;

    /** Keeps it in place of what was kept for that address. */
    public void keep(long account, Draft draft) {
        change(
                "INSERT INTO draft (account_id, address, record_kind, record_reference, title, content, saved_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE title = ?, content = ?, saved_at = ?",
                account,
                draft.address(),
                draft.kind(),
                draft.reference(),
                draft.title(),
                draft.content(),
                draft.savedAt(),
                draft.title(),
                draft.content(),
                draft.savedAt());
        List<Draft> all = newest(account);
        if (all.size() > MOST) {
            all.subList(MOST, all.size()).forEach(old -> erase(account, old.address()));
        }
    }

    public Optional<Draft> find(long account, String address) {
        return read(ROW + "AND address = ?", account, address).stream().findFirst();
    }

    /** What this person has not saved yet, the newest first, without its content. */
    public List<Draft> newest(long account) {
        return read(
                "SELECT address, record_kind, record_reference, title, '', saved_at FROM draft WHERE account_id = ?"
                        + " ORDER BY saved_at DESC, address",
                account);
    }

    public void erase(long account, String address) {
        change("DELETE FROM draft WHERE account_id = ? AND address = ?", account, address);
    }

    /** @return how many went */
    public int eraseBefore(Instant moment) {
        return change("DELETE FROM draft WHERE saved_at < ?", moment);
    }

    /** Takes the drafts of an account's holder and all that name the person, whoever wrote them. */
    @Override
    public void forget(String kind, long id, String person) {
        if (SecurityFeature.ACCOUNT.equals(kind)) {
            change("DELETE FROM draft WHERE account_id = ?", id);
        }
        // as JSON writes it between quotation marks
        String written = person.replace("\\", "\\\\").replace("\"", "\\\"");
        change("DELETE FROM draft WHERE LOCATE(?, content) > 0 OR LOCATE(?, title) > 0", written, person);
    }

    public Instant now() {
        return Time.now(clock);
    }

    private int change(String sql, @Nullable Object... values) {
        return Sql.with(
                dataSource, connection -> Sql.on(connection, sql, values).update());
    }

    private List<Draft> read(String sql, @Nullable Object... values) {
        return Sql.with(dataSource, connection -> Sql.on(connection, sql, values)
                .list(row -> new Draft(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        Sql.moment(row, 6))));
    }
}
