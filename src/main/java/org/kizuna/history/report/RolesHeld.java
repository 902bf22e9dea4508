package org.kizuna.history.report;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.vocabulary.Vocabulary;
import org.kizuna.security.Roles;
import org.kizuna.security.SecurityFeature;
import org.kizuna.shared.Sql;
import org.kizuna.shared.Time;

/** Which roles accounts held up to a place in the journal, replayed from their changes, and what they did in them. */
final class RolesHeld {

    private static final Logger LOG = System.getLogger(RolesHeld.class.getName());

    /** The latest change sets of one account that are looked at. */
    private static final int SETS = 50_000;

    private static final int RECORDS = 200;

    private final Connection connection;
    private final long upTo;
    private final LocalDateTime end;

    /** @param day the last day that counts; null for all */
    RolesHeld(Connection connection, long upTo, @Nullable LocalDate day) {
        this.connection = connection;
        this.upTo = upTo;
        this.end = day == null ? LocalDateTime.of(9999, 12, 31, 0, 0) : Time.end(day);
    }

    /** The accounts with the next higher ids that had been opened by then. */
    List<Account> after(long id, int limit) throws SQLException {
        List<Account> accounts = new ArrayList<>();
        Sql.on(
                        connection,
                        "SELECT c.entity_id, c.reference, s.recorded_at, c.after_values FROM (SELECT DISTINCT entity_id"
                                + " FROM journal_change WHERE "
                                + Vocabulary.today().isKind("entity", SecurityFeature.ACCOUNT)
                                + " AND entity_id > ? ORDER BY entity_id LIMIT ?) a"
                                + " STRAIGHT_JOIN journal_change c FORCE INDEX (journal_change_by_record)"
                                + " ON " + ChangeReport.isKind(SecurityFeature.ACCOUNT)
                                + " AND c.entity_id = a.entity_id"
                                + " STRAIGHT_JOIN journal_change_set s ON s.id = c.change_set_id"
                                + " WHERE c.change_set_id <= ? AND s.recorded_at < ?"
                                + " ORDER BY c.entity_id, c.change_set_id, c.position",
                        id,
                        limit,
                        upTo,
                        end)
                .each(row -> {
                    if (accounts.isEmpty() || newest(accounts).id() != row.getLong(1)) {
                        accounts.add(new Account(row.getLong(1), row.getString(2)));
                    }
                    newest(accounts).take(row.getObject(3, LocalDateTime.class), row.getString(4));
                });
        return accounts;
    }

    private static Account newest(List<Account> accounts) {
        return accounts.get(accounts.size() - 1);
    }

    /** A row for each record on which the account used both roles, or one without a record. */
    List<List<@Nullable String>> uses(Account account, Roles.Conflict conflict, @Nullable LocalDate from)
            throws SQLException {
        List<List<@Nullable String>> rows = Sql.on(
                        connection,
                        "SELECT MAX(c.entity), c.reference, MIN(CASE WHEN s.actor_role = ? THEN s.recorded_at END),"
                                + " MIN(CASE WHEN s.actor_role = ? THEN s.recorded_at END) FROM (SELECT id, actor_role,"
                                + " recorded_at FROM journal_change_set FORCE INDEX (journal_change_set_by_actor)"
                                + " WHERE actor = ? AND id <= ? ORDER BY id DESC LIMIT " + SETS + ") s"
                                + " STRAIGHT_JOIN journal_change c FORCE INDEX (PRIMARY) ON c.change_set_id = s.id"
                                + " WHERE s.actor_role IN (?, ?) AND s.recorded_at >= ? AND s.recorded_at < ?"
                                + " AND c.reference IS NOT NULL GROUP BY c.reference"
                                + " HAVING COUNT(DISTINCT s.actor_role) = 2 ORDER BY c.reference LIMIT " + RECORDS,
                        conflict.first(),
                        conflict.second(),
                        account.username,
                        upTo,
                        conflict.first(),
                        conflict.second(),
                        from == null ? LocalDateTime.of(1000, 1, 1, 0, 0) : Time.start(from),
                        end)
                .list(row -> account.row(
                        conflict,
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, LocalDateTime.class),
                        row.getObject(4, LocalDateTime.class)));
        LocalDateTime since = from == null ? LocalDateTime.MIN : Time.start(from);
        if (rows.isEmpty() && account.heldAtOnce(conflict, since)) {
            rows.add(account.row(conflict, null, null, null, null));
        }
        return rows;
    }

    /** From when an account held two roles at once, and until when if it does no more. */
    private record Period(LocalDateTime since, @Nullable LocalDateTime until) {}

    /** An account as its changes make it, one after the other. */
    static final class Account {

        private final long id;
        private final String username;
        private final Set<String> ever = new TreeSet<>();
        private final Map<Roles.Conflict, Period> atOnce = new HashMap<>();
        private Set<String> roles = Set.of();
        private boolean active;

        Account(long id, String username) {
            this.id = id;
            this.username = username;
        }

        void take(LocalDateTime at, @Nullable String json) {
            if (json == null) {
                become(at, Set.of(), false);
                return;
            }
            try (JsonReader reader = Json.createReader(new StringReader(json))) {
                JsonObject values = Vocabulary.today().renamed(SecurityFeature.ACCOUNT, reader.readObject());
                JsonArray held = values.getJsonArray("roles");
                Set<String> now = held == null
                        ? roles
                        : held.getValuesAs(JsonString::getString).stream()
                                .collect(Collectors.toCollection(TreeSet::new));
                become(at, now, values.getBoolean("active", active));
            } catch (JsonException e) {
                // broken behind the application's back: the access changes show the row, the roles are as they were
                LOG.log(Level.WARNING, "A change of the account {0} is not readable", username);
            }
        }

        private void become(LocalDateTime at, Set<String> now, boolean nowActive) {
            roles = now;
            active = nowActive;
            Set<String> usable = active ? roles : Set.of();
            ever.addAll(usable);
            for (Roles.Conflict conflict : Roles.CONFLICTS) {
                Period last = atOnce.get(conflict);
                boolean open = last != null && last.until() == null;
                if (conflict.isIn(usable) && !open) {
                    atOnce.put(conflict, new Period(at, null));
                } else if (!conflict.isIn(usable) && last != null && open) {
                    atOnce.put(conflict, new Period(last.since(), at));
                }
            }
        }

        long id() {
            return id;
        }

        boolean everHeld(Roles.Conflict conflict) {
            return conflict.isIn(ever);
        }

        boolean heldAtOnce(Roles.Conflict conflict, LocalDateTime after) {
            Period last = atOnce.get(conflict);
            return last != null && (last.until() == null || !last.until().isBefore(after));
        }

        private List<@Nullable String> row(
                Roles.Conflict conflict,
                @Nullable String kind,
                @Nullable String record,
                @Nullable LocalDateTime first,
                @Nullable LocalDateTime second) {
            Period period = atOnce.get(conflict);
            return Arrays.asList(
                    username,
                    conflict.first() + " " + conflict.second(),
                    period == null ? null : instant(period.since()),
                    period == null ? null : instant(period.until()),
                    kind,
                    record,
                    instant(first),
                    instant(second));
        }

        private static @Nullable String instant(@Nullable LocalDateTime time) {
            return time == null ? null : time.toInstant(ZoneOffset.UTC).toString();
        }
    }
}
