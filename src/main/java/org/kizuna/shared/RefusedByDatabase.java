package org.kizuna.shared;

import jakarta.ejb.EJBException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.regex.Pattern;
import org.hibernate.exception.ConstraintViolationException;

/**
 * What the database refused, without the values that its messages quote: they may be a person's, and whoever logs the
 * failure would keep them. The number, the state and the name of the key tell an operator what was wrong.
 */
public final class RefusedByDatabase extends EJBException {

    /** Warnings, data exceptions, broken constraints, and what has no class of its own [ISO/IEC 9075-2, 24; MySQL]. */
    private static final List<String> QUOTING = List.of("01", "22", "23", "HY");

    /** What MariaDB and MySQL call it [ER_LOCK_WAIT_TIMEOUT]; it quotes nothing. */
    private static final int LOCK_WAIT_TIMEOUT = 1205;

    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_.]{0,130}");

    private RefusedByDatabase(Throwable failure) {
        super(described(failure));
        setStackTrace(failure.getStackTrace());
        if (failure.getCause() != null) {
            initCause(new RefusedByDatabase(failure.getCause()));
        }
    }

    /** The failure itself where the database quoted nothing. */
    public static RuntimeException of(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refusal && quotes(refusal)) {
                return new RefusedByDatabase(failure);
            }
        }
        return failure;
    }

    private static boolean quotes(SQLException refusal) {
        String state = String.valueOf(refusal.getSQLState());
        return !(refusal instanceof SQLTransientException)
                && refusal.getErrorCode() != LOCK_WAIT_TIMEOUT
                && QUOTING.stream().anyMatch(state::startsWith);
    }

    private static String described(Throwable failure) {
        String name = failure.getClass().getName();
        if (failure instanceof SQLException refusal) {
            return name + ": error " + refusal.getErrorCode() + ", SQLSTATE " + refusal.getSQLState();
        }
        if (failure instanceof ConstraintViolationException broken) {
            String key = String.valueOf(broken.getConstraintName());
            return KEY.matcher(key).matches() ? name + ": " + key : name;
        }
        return name;
    }
}
