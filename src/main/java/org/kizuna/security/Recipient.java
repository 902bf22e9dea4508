package org.kizuna.security;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kizuna.feature.Notice;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Sql;
import org.kizuna.shared.Words;

/**
 * An account whose holder is told something.
 *
 * @param email null where none is known
 * @param language the one chosen; English where none is
 */
public record Recipient(
        long account, String username, @Nullable String email, Locale language) {

    private static final String ACCOUNT = "SELECT a.id, a.username, a.email, a.language FROM account a WHERE ";

    /** The caller's other accounts are the caller too. */
    private static final String NOT_THE_CALLER = " AND a.username <> ? AND NOT EXISTS (SELECT 1 FROM account w"
            + " WHERE w.username = ? AND w.person_id = a.person_id)";

    private static final String AUTHORS = "(SELECT p.person_id FROM part_played p WHERE p.kind = ? AND p.record_id = ?"
            + " AND p.part = 'AUTHOR' AND NOT p.settled)";

    /** Those of the active accounts with one of the roles who are told of a record, in the order of their ids. */
    public static List<Recipient> of(
            Connection connection, RecordRef record, Set<String> roles, Notice.Audience audience, String caller)
            throws SQLException {
        List<Object> values = new ArrayList<>(roles);
        values.addAll(List.of(caller, caller));
        String some = "";
        if (audience != Notice.Audience.ALL) {
            some = audience == Notice.Audience.AUTHORS
                    ? " AND a.person_id IN " + AUTHORS
                    : " AND a.person_id NOT IN " + AUTHORS;
            values.addAll(List.of(record.kind(), record.id()));
        }
        return Sql.on(
                        connection,
                        ACCOUNT
                                + "a.active AND EXISTS (SELECT 1 FROM account_role r WHERE r.account_id = a.id AND r.role"
                                + " IN (" + Sql.marks(roles.size()) + "))" + NOT_THE_CALLER + some + " ORDER BY a.id",
                        values)
                .list(Recipient::read);
    }

    /** The account, if its holder may still sign in with it. */
    public static Optional<Recipient> find(Connection connection, long account) throws SQLException {
        return Sql.on(connection, ACCOUNT + "a.active AND a.id = ?", account).first(Recipient::read);
    }

    private static Recipient read(ResultSet row) throws SQLException {
        String language = row.getString(4);
        return new Recipient(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                Words.closest(language == null ? null : Locale.forLanguageTag(language)));
    }
}
