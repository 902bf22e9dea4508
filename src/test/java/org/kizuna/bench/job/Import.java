package org.kizuna.bench.job;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.kizuna.bench.Floor;
import org.kizuna.bench.Job;
import org.kizuna.bench.Outcome;
import org.kizuna.bench.Site;

/**
 * Statements entered one after the other until there are enough rows or it took long enough. Its floor writes the rows
 * of business of the last of them once more into the same tables, in batches, and commits them: no journal, no seal, no words to
 * search for. They are deleted again.
 */
abstract class Import implements Job {

    private static final int BATCH = 500;
    private static final int FIRST = 1000;
    private static final int WARM = 8;
    private static final long WARM_ENOUGH = 8_000_000_000L;
    private static final int MOST = 50_000;
    private static final int OF_FLOOR = 4;
    private static final double SHARE = 0.3;
    private static final long OTHERS = 1_000_000_000_000L;
    private static final double NANOS = 1_000_000_000;

    private final String name;

    Import(String name) {
        this.name = name;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Turn turn() {
        return Turn.IMPORTS;
    }

    @Override
    public final Duration patience() {
        return Duration.ofMinutes(12);
    }

    /** How many rows there are to be in all. */
    abstract int wanted(Site site);

    abstract DonorStatement statement(Site site, int file, int rows) throws SQLException;

    /** Tables that an import writes, that of the ledger's entries last: one entry for each row. */
    abstract List<Written> written();

    /**
     * @param condition finds the rows that an import has written
     * @param ids columns that hold an id of something new
     */
    record Written(String table, String condition, Set<String> ids) {}

    @Override
    public final List<Outcome> measure(Site site) throws Exception {
        warmUp(site);
        List<String> entered = new ArrayList<>();
        int rows = 0;
        long inside = 0;
        long enough = site.size().importSeconds() * 1_000_000_000L;
        while (rows < wanted(site) && inside < enough) {
            double fits = rows == 0 ? FIRST : rows * ((double) (enough - inside) / inside);
            int more = Math.min((int) Math.max(FIRST, Math.min(MOST, fits)), wanted(site) - rows);
            DonorStatement statement = statement(site, entered.size(), more);
            long begun = System.nanoTime();
            entered.add(statement.enter(site));
            inside += System.nanoTime() - begun;
            rows += more;
        }
        double sealed = sealed(site.floor());
        double rate = rows / (inside / NANOS);
        double floor = plain(site.floor(), entered.subList(Math.max(0, entered.size() - OF_FLOOR), entered.size()));
        String what = name + ", " + rows + " rows";
        Outcome outcome = Outcome.share(what, rate, floor, SHARE, "rows/s");
        return List.of(
                rows < wanted(site)
                        ? outcome.noted("As many of " + wanted(site) + " as were entered in "
                                + site.size().importSeconds() + " s.")
                        : outcome,
                Outcome.told(what + ", until the last is sealed", sealed, null, "s"));
    }

    /** A server that is in use has entered statements before. */
    private void warmUp(Site site) throws Exception {
        long begun = System.nanoTime();
        for (int file = 0; file < WARM && System.nanoTime() - begun < WARM_ENOUGH; file++) {
            statement(site, -1 - file, FIRST).enter(site);
        }
    }

    /** Seconds until the tree has the last change set. */
    private static double sealed(Floor floor) throws SQLException {
        long begun = System.nanoTime();
        Backlog.await(floor);
        return (System.nanoTime() - begun) / NANOS;
    }

    /** Rows a second without anything else. Each statement commits as one, as it does when it is entered. */
    private double plain(Floor floor, List<String> statements) throws SQLException {
        Connection connection = floor.connection();
        double seconds = 0;
        int rows = 0;
        for (String reference : statements) {
            List<List<Object[]>> tables = new ArrayList<>();
            for (Written written : written()) {
                tables.add(again(connection, written, reference));
            }
            long begun = System.nanoTime();
            floor.together(() -> {
                for (int i = 0; i < tables.size(); i++) {
                    insert(connection, written().get(i).table(), tables.get(i));
                }
            });
            seconds += (System.nanoTime() - begun) / NANOS;
            rows += tables.get(tables.size() - 1).size();
            for (int i = tables.size() - 1; i >= 0; i--) {
                floor.write("DELETE FROM " + written().get(i).table() + " WHERE id >= ?", OTHERS);
            }
        }
        return rows / seconds;
    }

    /** The rows with other ids and references. */
    private static List<Object[]> again(Connection connection, Written written, String reference) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT * FROM " + written.table() + " WHERE " + written.condition() + " ORDER BY id")) {
            query.setString(1, reference);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    Object[] values = new Object[row.getMetaData().getColumnCount()];
                    for (int column = 0; column < values.length; column++) {
                        String name = row.getMetaData().getColumnName(column + 1);
                        Object value = row.getObject(column + 1);
                        values[column] = written.ids().contains(name)
                                ? (Object) (((Number) value).longValue() + OTHERS)
                                : "reference".equals(name) ? value + "-2" : value;
                    }
                    rows.add(values);
                }
            }
        }
        return rows;
    }

    private static void insert(Connection connection, String table, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        int columns = rows.get(0).length;
        String marks = String.join(",", Collections.nCopies(columns, "?"));
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + table + " VALUES (" + marks + ")")) {
            for (int i = 0; i < rows.size(); i++) {
                for (int column = 0; column < columns; column++) {
                    insert.setObject(column + 1, rows.get(i)[column]);
                }
                insert.addBatch();
                if ((i + 1) % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /** The first column, as texts. */
    static List<String> texts(Floor floor, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement query = floor.connection().createStatement();
                ResultSet row = query.executeQuery(sql)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }
}
