package org.kizuna.bench.job;

import java.io.BufferedWriter;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kizuna.bench.Floor;
import org.kizuna.bench.Job;
import org.kizuna.bench.Outcome;
import org.kizuna.bench.Site;

/**
 * The history of some months as a file, a tenth of all changes where that does not take too long, beside a SELECT
 * streamed to a file. The server's heap is collected again and again meanwhile, so that what remains is in use.
 */
public final class ExportOfHistory implements Job {

    private static final LocalDate TO = LocalDate.of(2025, 12, 31);
    private static final LocalDate LAST_MONTH = LocalDate.of(2025, 12, 1);
    private static final int MONTHS = 18;
    private static final long WARM_ENOUGH = 4_000_000_000L;
    private static final double SHARE = 0.7;
    private static final double MEGABYTES = 64;
    private static final double NANOS = 1_000_000_000;

    @Override
    public String name() {
        return "export of history";
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(6);
    }

    @Override
    public List<Outcome> measure(Site site) throws Exception {
        long begun = System.nanoTime();
        copy(site, "csv", LAST_MONTH);
        double month = (System.nanoTime() - begun) / NANOS;
        int months = (int) Math.max(1, Math.min(MONTHS, site.size().enoughSeconds() / month));
        LocalDate from = TO.plusDays(1).minusMonths(months);
        begun = System.nanoTime();
        long rows = raw(site.floor(), from, site.folder().resolve("floor.csv"));
        double floor = rows / ((System.nanoTime() - begun) / NANOS);
        List<Outcome> outcomes = new ArrayList<>();
        for (String format : List.of("csv", "jsonl", "xlsx")) {
            outcomes.addAll(measure(site, format, from, rows, floor));
        }
        if (months < MONTHS) {
            outcomes.set(
                    0,
                    outcomes.get(0).noted("As much as fits into " + site.size().enoughSeconds() + " s."));
        }
        return outcomes;
    }

    private static List<Outcome> measure(Site site, String format, LocalDate from, long rows, double floor)
            throws Exception {
        warmUp(site, format);
        int idle = site.heap().collected();
        HeapWatch watch = new HeapWatch(site.heap());
        double rate;
        try (watch) {
            long begun = System.nanoTime();
            copy(site, format, from);
            rate = rows / ((System.nanoTime() - begun) / NANOS);
        }
        String what = "export of a history of " + rows + " changes as " + format;
        return List.of(
                format.equals("csv")
                        ? Outcome.share(what, rate, floor, SHARE, "rows/s")
                        : Outcome.told(what, rate, floor, "rows/s"),
                Outcome.atMost(
                        what + ", heap above idle meanwhile", Math.max(0, watch.most() - idle), MEGABYTES, "MB"));
    }

    /** A server that is in use has written such files before. */
    private static void warmUp(Site site, String format) throws Exception {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < WARM_ENOUGH) {
            copy(site, format, LAST_MONTH);
        }
    }

    private static void copy(Site site, String format, LocalDate from) throws Exception {
        Path file = site.folder().resolve("export." + format);
        try (OutputStream out = Files.newOutputStream(file)) {
            site.as("auditor").copy("/history/export?format=" + format + "&from=" + from + "&to=" + TO, out);
        }
        Files.delete(file);
    }

    private static long raw(Floor floor, LocalDate from, Path file) throws Exception {
        long rows = 0;
        String first = floor.one(
                "SELECT id FROM journal_change_set WHERE recorded_at >= ? ORDER BY recorded_at, id LIMIT 1", from);
        try (Statement query = floor.connection().createStatement();
                BufferedWriter out = Files.newBufferedWriter(file)) {
            query.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet row = query.executeQuery("SELECT s.id, c.position, s.recorded_at, s.actor, s.actor_role,"
                    + " s.channel, s.action, s.reason, s.detail, c.entity, c.entity_id, c.reference, c.operation,"
                    + " c.version, c.before_values, c.after_values FROM journal_change_set s FORCE INDEX (PRIMARY)"
                    + " STRAIGHT_JOIN journal_change c FORCE INDEX (PRIMARY) ON c.change_set_id = s.id WHERE s.id >= "
                    + first + " AND s.recorded_at >= '" + from + "' AND s.recorded_at < '" + TO.plusDays(1)
                    + "' ORDER BY s.id")) {
                while (row.next()) {
                    for (int column = 1; column <= 16; column++) {
                        String value = row.getString(column);
                        out.write(value == null ? "" : value);
                        out.write(',');
                    }
                    out.newLine();
                    rows++;
                }
            }
        }
        return rows;
    }
}
