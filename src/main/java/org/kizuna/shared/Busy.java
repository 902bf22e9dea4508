package org.kizuna.shared;

import java.sql.SQLException;
import java.sql.SQLTransientException;

/** Whether what failed may well succeed in a moment: no connection was to be had, or two writers met. */
public final class Busy {

    private static final int LOCK_WAIT_TIMEOUT = 1205;

    private Busy() {}

    public static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException database && passes(database)) {
                return true;
            }
        }
        return false;
    }

    private static boolean passes(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientException
                || (state != null && (state.startsWith("08") || state.startsWith("40")))
                || failure.getErrorCode() == LOCK_WAIT_TIMEOUT;
    }
}
