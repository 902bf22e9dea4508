package org.kizuna.draft;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kizuna.security.SecurityFeature;
import org.kizuna.shared.ForgetsPersons;
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
                column(draft.savedAt()),
                draft.title(),
                draft.content(),
                column(draft.savedAt()));
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
        return change("DELETE FROM draft WHERE saved_at < ?", column(moment));
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
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The drafts could not be changed", e);
        }
    }

    private List<Draft> read(String sql, @Nullable Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            set(query, values);
            List<Draft> drafts = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    drafts.add(new Draft(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getObject(6, LocalDateTime.class).toInstant(ZoneOffset.UTC)));
                }
            }
            return drafts;
        } catch (SQLException e) {
            throw new IllegalStateException("The drafts could not be read", e);
        }
    }

    private static void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static LocalDateTime column(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
