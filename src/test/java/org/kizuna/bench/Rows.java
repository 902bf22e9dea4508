package org.kizuna.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Inserts rows into tables, thousands at once as one statement, while the next are being made. It writes as text what
 * the driver would make of a batch.
 */
final class Rows implements AutoCloseable {

    private static final int CHARACTERS = 1 << 20;
    private static final int WAITING = 4;

    private final Connection connection;
    private final ThreadPoolExecutor lane =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), (work, pool) -> {
                try {
                    pool.getQueue().put(work);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(e);
                }
            });
    private @Nullable Future<?> last;

    Rows(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET foreign_key_checks = 0");
            statement.execute("SET unique_checks = 0");
        }
    }

    Table table(String name, String columns) {
        return new Table("INSERT INTO " + name + " (" + columns + ") VALUES ");
    }

    /** Commits what was flushed. */
    void commit() {
        run(connection::commit);
    }

    private void run(Work work) {
        if (last != null && last.isDone()) {
            await(last);
        }
        last = lane.submit(() -> {
            work.run();
            return true;
        });
    }

    private static void await(Future<?> work) {
        try {
            work.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Rows could not be inserted", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Commits, and waits until all is there. */
    @Override
    public void close() throws SQLException {
        commit();
        if (last != null) {
            await(last);
        }
        lane.shutdown();
        connection.close();
    }

    private interface Work {
        void run() throws SQLException;
    }

    /** Rows for one table. */
    final class Table {

        private final String head;
        private StringBuilder sql = new StringBuilder();

        private Table(String head) {
            this.head = head;
        }

        void add(@Nullable Object... values) {
            sql.append(sql.length() == 0 ? head : ",").append('(');
            for (int i = 0; i < values.length; i++) {
                if (i > 0) {
                    sql.append(',');
                }
                append(values[i]);
            }
            sql.append(')');
            if (sql.length() > CHARACTERS) {
                flush();
            }
        }

        private void append(@Nullable Object value) {
            if (value == null || value instanceof Number || value instanceof Boolean) {
                sql.append(value);
            } else if (value instanceof byte[] bytes) {
                sql.append("x'").append(HexFormat.of().formatHex(bytes)).append('\'');
            } else {
                quote(value.toString());
            }
        }

        private void quote(String text) {
            sql.append('\'');
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '\'' || c == '\\') {
                    sql.append('\\');
                }
                sql.append(c);
            }
            sql.append('\'');
        }

        void flush() {
            if (sql.length() > 0) {
                String statement = sql.toString();
                sql = new StringBuilder(CHARACTERS + (CHARACTERS >> 3));
                run(() -> {
                    try (Statement insert = connection.createStatement()) {
                        insert.executeUpdate(statement);
                    }
                });
            }
        }
    }
}
