package org.kizuna.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Statement;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Alters one value in a table by as little as its type and the table's unique keys allow: one byte, one microsecond, one. */
public enum Bend {
    /** The first byte. */
    FIRST,
    /** The byte in the middle. */
    MIDDLE,
    /** The last byte. */
    LAST;

    /** What MySQL calls it [ER_CHECK_CONSTRAINT_VIOLATED]. */
    private static final int CHECK_OF_MYSQL = 3819;

    /** @return false where no row has a value there */
    public boolean in(Connection owner, String table, String column) throws SQLException {
        return in(owner, table, column, column + " IS NOT NULL");
    }

    /** @return false where no such row has a value there */
    public boolean in(Connection owner, String table, String column, String where) throws SQLException {
        try (Statement statement = owner.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
                ResultSet row = statement.executeQuery("SELECT " + column + " FROM " + table + " WHERE " + where
                        + " AND " + column + " IS NOT NULL ORDER BY " + column + " DESC LIMIT 1")) {
            if (!row.next()) {
                return false;
            }
            String is = row.getString(1);
            Object bent = bent(row, row.getMetaData().getColumnTypeName(1));
            if (bent == null) {
                return false;
            }
            try (PreparedStatement update = owner.prepareStatement(
                    "UPDATE " + table + " SET " + column + " = ? WHERE " + where + " AND " + column + " = ? LIMIT 1")) {
                update.setObject(1, bent);
                update.setObject(
                        2, bent instanceof byte[] ? row.getBytes(1) : bent instanceof Boolean ? row.getBoolean(1) : is);
                return update.executeUpdate() == 1;
            } catch (SQLException e) {
                if (e.getErrorCode() == CHECK_OF_MYSQL || e instanceof SQLIntegrityConstraintViolationException) {
                    // a constraint stands against it, and whoever takes the constraint away is another matter
                    return false;
                }
                throw e;
            }
        }
    }

    private @Nullable Object bent(ResultSet row, String type) throws SQLException {
        if (type.equals("BIT")) {
            return this == FIRST ? !row.getBoolean(1) : null;
        }
        if (type.contains("INT") || type.equals("DECIMAL")) {
            return this == FIRST ? row.getBigDecimal(1).add(java.math.BigDecimal.ONE) : null;
        }
        if (type.equals("DATETIME")) {
            return this == FIRST ? row.getObject(1, LocalDateTime.class).plusNanos(1000) : null;
        }
        if (type.equals("DATE")) {
            return this == FIRST ? row.getObject(1, java.time.LocalDate.class).plusYears(100) : null;
        }
        if (type.equals("TIME")) {
            return this == FIRST ? row.getObject(1, java.time.LocalTime.class).plusMinutes(1) : null;
        }
        if (type.contains("BINARY") || type.contains("BLOB")) {
            byte[] bytes = row.getBytes(1).clone();
            bytes[place(bytes.length)] ^= 1;
            return bytes;
        }
        String text = row.getString(1);
        if (text.isEmpty()) {
            return null;
        }
        char[] signs = text.toCharArray();
        int place = place(signs.length);
        signs[place] = signs[place] == 'x' ? 'y' : 'x';
        return new String(signs);
    }

    private int place(int length) {
        return switch (this) {
            case FIRST -> 0;
            case MIDDLE -> length / 2;
            case LAST -> length - 1;
        };
    }
}
