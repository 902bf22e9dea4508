package org.kizuna.bench.job;

import java.io.BufferedWriter;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kizuna.bench.Floor;
import org.kizuna.bench.Job;
import org.kizuna.bench.Outcome;
import org.kizuna.bench.Site;

/** The history of some years as a file, about a million changes at the largest, beside a SELECT streamed to a file. */
public final class ExportOfHistory implements Job {

    private static final LocalDate TO = LocalDate.of(2025, 12, 31);
    private static final double SHARE = 0.7;
    private static final double MEGABYTES = 64;
    private static final double NANOS = 1_000_000_000;

    @Override
    public String name() {
        return "export of history";
    }

    @Override
    public List<Outcome> measure(Site site) throws Exception {
        LocalDate from = LocalDate.of(2024, 7, 1);
        String period = "&from=" + from + "&to=" + TO;
        List<Outcome> outcomes = new ArrayList<>();
        long begun = System.nanoTime();
        long rows = raw(site.floor(), from, site.folder().resolve("floor.csv"));
        double floor = rows / ((System.nanoTime() - begun) / NANOS);
        for (String format : List.of("csv", "xlsx")) {
            int idle = site.heap().collected();
            long mark = site.heap().mark();
            begun = System.nanoTime();
            Path file = site.folder().resolve("export." + format);
            try (OutputStream out = Files.newOutputStream(file)) {
                site.as("auditor").copy("/history/export?format=" + format + period, out);
            }
            double rate = rows / ((System.nanoTime() - begun) / NANOS);
            boolean promised = format.equals("csv");
            String what = "export of a history of " + rows + " changes as " + format;
            outcomes.add(new Outcome(
                    what, rate, floor, "rows/s", promised ? "≥ 0.7 ×" : "", promised ? rate >= SHARE * floor : null));
            int above = site.heap().collected() - idle;
            outcomes.add(Outcome.told(
                    what + ", heap after collections at the most", site.heap().most(mark), (double) idle, "MB"));
            outcomes.add(Outcome.atMost(what + ", heap kept above idle", above, MEGABYTES, "MB"));
        }
        return outcomes;
    }

    private static long raw(Floor floor, LocalDate from, Path file) throws Exception {
        long rows = 0;
        try (Statement query = floor.connection().createStatement();
                BufferedWriter out = Files.newBufferedWriter(file)) {
            query.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet row = query.executeQuery("SELECT s.id, c.position, s.recorded_at, s.actor, s.actor_role,"
                    + " s.channel, s.action, s.reason, s.detail, c.entity, c.entity_id, c.reference, c.operation,"
                    + " c.version, c.before_values, c.after_values FROM journal_change_set s JOIN journal_change c"
                    + " ON c.change_set_id = s.id WHERE s.recorded_at >= '" + from + "' AND s.recorded_at < '"
                    + TO.plusDays(1) + "' ORDER BY s.id, c.position")) {
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
