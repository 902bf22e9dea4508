package org.kizuna.history.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.JournalScan;
import org.kizuna.security.Roles;
import org.kizuna.shared.paging.InvalidCursor;

/**
 * Accounts that held two roles which do not go together at any moment of a period, however short, and the records on
 * which both were used, also one after the other.
 */
@ApplicationScoped
class ConflictingRoles implements AuditReport {

    /** How many accounts are looked at in one call. */
    private static final int ACCOUNTS = 200;

    @Override
    public String name() {
        return "conflicting-roles";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "account",
                "roles",
                "heldSince",
                "heldUntil",
                "recordKind",
                "record",
                "firstRoleUsedAt",
                "secondRoleUsedAt");
    }

    @Override
    public Findings read(Connection connection, AuditQuestion question, @Nullable String after, int limit)
            throws SQLException {
        long last = account(after);
        LocalDate day = question.to();
        RolesHeld roles = new RolesHeld(connection, new JournalScan(connection).newest(day), day);
        List<RolesHeld.Account> accounts = roles.after(last, ACCOUNTS);
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (RolesHeld.Account account : accounts) {
            for (Roles.Conflict conflict : Roles.CONFLICTS) {
                if (account.everHeld(conflict)) {
                    rows.addAll(roles.uses(account, conflict, question.from()));
                }
            }
            last = account.id();
            if (rows.size() >= limit) {
                return new Findings(rows, Long.toString(last), null);
            }
        }
        return new Findings(rows, accounts.size() < ACCOUNTS ? null : Long.toString(last), null);
    }

    private static long account(@Nullable String after) {
        try {
            return after == null ? 0 : Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw new InvalidCursor();
        }
    }
}
