package org.kizuna.shared;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows for one table, written many with each statement. There are few lengths of statements, so the server knows them
 * already: the driver would rewrite a batch into a statement of a new length, and have it prepared, each time.
 */
public final class ManyRows {

    private static final List<Integer> LENGTHS = List.of(300, 30, 3, 1);

    private final String insert;
    private final String row;
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    /** @param columns as SQL names them, with commas between */
    public ManyRows(String table, String columns) {
        this(table, columns, Sql.marks(columns.split(",").length));
    }

    /** @param values SQL of each row's: what they share, and question marks for what they differ in */
    public ManyRows(String table, String columns, String values) {
        insert = "INSERT INTO " + table + " (" + columns + ") VALUES ";
        row = "(" + values + ")";
    }

    /** @param values texts, whole numbers, moments in UTC and nulls, in the order of the question marks */
    public void add(@Nullable Object... values) {
        rows.add(values);
    }

    public void write(Connection connection) throws SQLException {
        int written = 0;
        for (int length : LENGTHS) {
            if (rows.size() - written >= length) {
                try (PreparedStatement statement = connection.prepareStatement(insert + Sql.marks(length, row))) {
                    for (; rows.size() - written >= length; written += length) {
                        set(statement, rows.subList(written, written + length));
                        statement.executeUpdate();
                    }
                }
            }
        }
        rows.clear();
    }

    private static void set(PreparedStatement statement, List<@Nullable Object[]> some) throws SQLException {
        int parameter = 1;
        for (@Nullable Object[] values : some) {
            for (Object value : values) {
                Sql.set(statement, parameter++, value);
            }
        }
    }
}
