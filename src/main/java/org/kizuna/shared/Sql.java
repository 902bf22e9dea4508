package org.kizuna.shared;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A statement with its values, for tables that no entity is mapped to. The persistence layer's own statements would write
 * out what is pending first, and hold all rows in memory.
 */
public final class Sql {

    private final Connection connection;
    private final String text;
    private final List<@Nullable Object> values = new ArrayList<>();

    private Sql(Connection connection, String text) {
        this.connection = connection;
        this.text = text;
    }

    /**
     * A statement whose failures are the driver's, since who holds a connection tells them apart.
     *
     * @param text with a question mark for each value
     * @param values texts, whole numbers, truths, days, moments, bytes and nulls; the elements of a collection stand each
     *     for itself
     */
    public static Sql on(Connection connection, String text, @Nullable Object... values) {
        Sql statement = new Sql(connection, text);
        for (Object value : values) {
            if (value instanceof Collection<?> several) {
                statement.values.addAll(several);
            } else {
                statement.values.add(value);
            }
        }
        return statement;
    }

    /**
     * Runs statements on one connection, which is given back at the end.
     *
     * @throws IllegalStateException when the database refuses one of them
     */
    public static <T> T with(DataSource source, Use<T> use) {
        try (Connection connection = source.getConnection()) {
            return use.of(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The database could not be read or written", e);
        }
    }

    /** Question marks for so many values, with commas between. */
    public static String marks(int count) {
        return marks(count, "?");
    }

    /** The same of tuples, each as {@code (?,?)}. */
    public static String marks(int count, String each) {
        return String.join(",", Collections.nCopies(count, each));
    }

    /** Runs a statement once for each item, all of them in one batch. */
    public static <T> void batch(
            Connection connection, String text, Iterable<T> items, Function<T, @Nullable Object[]> values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            for (T item : items) {
                int parameter = 1;
                for (Object value : values.apply(item)) {
                    set(statement, parameter++, value);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** @return how many rows it changed */
    public int update() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            return set(statement).executeUpdate();
        }
    }

    /** @return the id that the database gave the new row */
    public long insert() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text, Statement.RETURN_GENERATED_KEYS)) {
            set(statement).executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    public void each(RowReader reader) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(text);
                ResultSet row = set(query).executeQuery()) {
            while (row.next()) {
                reader.read(row);
            }
        }
    }

    public <T> List<T> list(Reading<T> reading) throws SQLException {
        List<T> found = new ArrayList<>();
        each(row -> found.add(reading.of(row)));
        return found;
    }

    /** What the first row says; empty where there is none. */
    public <T> Optional<T> first(Reading<T> reading) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(text);
                ResultSet row = set(query).executeQuery()) {
            return row.next() ? Optional.of(reading.of(row)) : Optional.empty();
        }
    }

    /** The number in the first row; 0 where there is none. */
    public long number() throws SQLException {
        return first(row -> row.getLong(1)).orElse(0L);
    }

    public boolean isAny() throws SQLException {
        return first(row -> true).isPresent();
    }

    /**
     * Reads row after row from the server until the reader has had enough: memory does not grow with their number. The
     * connection is busy meanwhile.
     */
    public <E extends Exception> void stream(Stream<E> reader) throws SQLException, E {
        try (PreparedStatement query =
                connection.prepareStatement(text, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            // what the driver takes for "do not fetch all of them at once"
            query.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet row = set(query).executeQuery()) {
                boolean wanted = true;
                while (wanted && row.next()) {
                    wanted = reader.goesOn(row);
                }
            }
        }
    }

    /** A moment that a column holds. */
    public static Instant moment(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    /** A moment that a column may hold. */
    public static @Nullable Instant momentOrNull(ResultSet row, int column) throws SQLException {
        LocalDateTime moment = row.getObject(column, LocalDateTime.class);
        return moment == null ? null : moment.toInstant(ZoneOffset.UTC);
    }

    /** A moment as columns hold it: in UTC. */
    public static LocalDateTime column(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    private PreparedStatement set(PreparedStatement statement) throws SQLException {
        int parameter = 1;
        for (Object value : values) {
            set(statement, parameter++, value);
        }
        return statement;
    }

    /** By its type: the driver is slow to find out by itself. */
    static void set(PreparedStatement statement, int parameter, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(parameter, Types.VARCHAR);
        } else if (value instanceof String string) {
            statement.setString(parameter, string);
        } else if (value instanceof Long || value instanceof Integer) {
            statement.setLong(parameter, ((Number) value).longValue());
        } else if (value instanceof Instant moment) {
            statement.setObject(parameter, column(moment));
        } else {
            statement.setObject(parameter, value);
        }
    }

    /** Statements on a connection. */
    public interface Use<T> {
        T of(Connection connection) throws SQLException;
    }

    /** What is read of a row. */
    public interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Takes one row in. */
    public interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    /** Takes one row in and says whether the next is wanted. */
    public interface Stream<E extends Exception> {
        boolean goesOn(ResultSet row) throws SQLException, E;
    }
}
