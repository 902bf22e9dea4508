package org.kizuna.bench;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kizuna.endtoend.Launched;
import org.kizuna.launch.BenchDatabase;

/**
 * Measures the application beside its floor. Arguments: size, the folder with the data, the folder for the table, and
 * beginnings of jobs' names where not all are wanted.
 */
public final class Bench {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final double NANOS = 1_000_000;

    private final BenchDatabase database;
    private final Path folder;
    private final Size size;
    private final Report report;
    private final long begun = System.nanoTime();

    private Bench(BenchDatabase database, Path folder, Size size, Report report) {
        this.database = database;
        this.folder = folder;
        this.size = size;
        this.report = report;
    }

    public static void main(String[] arguments) throws Exception {
        Size size = Size.valueOf(arguments[0]);
        Path folder = Path.of(arguments[1]);
        Path table = Path.of(arguments[2]);
        List<String> wanted = List.of(arguments).subList(3, arguments.length);
        try (BenchDatabase database = BenchDatabase.open(folder.resolve("db"))) {
            Report report = new Report(size, Machine.with(database), table);
            Bench bench = new Bench(database, folder, size, report);
            if (!database.isFilled()) {
                Fill.into(database, folder.resolve("server/seal.key"), size);
                report.took("filling", bench.seconds());
            }
            bench.run(jobs(wanted));
            say("\n" + report.text() + "\nWritten to " + table);
        }
        // a job that was given up may have left threads
        System.exit(0);
    }

    private void run(List<Job> jobs) throws Exception {
        Path log = folder.resolve("gc.log").toAbsolutePath();
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.put("KIZUNA_JAVA_OPTS", Heap.options(log));
        long start = System.nanoTime();
        say("Starting the server");
        try (Launched launched = Launched.ready(folder.resolve("server"), environment);
                ApplicationAccount application = new ApplicationAccount(database);
                Connection connection = database.connect()) {
            report.add(List.of(Outcome.told("start-up of the server", millis(start), null, "ms")));
            long server = launched.processes().stream()
                    .filter(process -> process.info().commandLine().orElse("").contains("jboss-modules.jar"))
                    .findFirst()
                    .orElseThrow()
                    .pid();
            Site site = new Site(
                    size, launched.address(), new Floor(connection), new Heap(log, server), folder, application);
            long first = System.nanoTime();
            site.as("officer").get("/");
            report.add(List.of(Outcome.told("sign-in and first page after start", millis(first), null, "ms")));
            Sums.await(site.floor());
            report.add(List.of(
                    Outcome.told("sums of a ledger filled by other means, after start", millis(start), null, "ms")));
            report.took("start", Math.round(millis(start) / 1000));
            long use = System.nanoTime();
            Read.useInTurns(jobs, site);
            report.took("use of every page before", Math.round(millis(use) / 1000));
            for (int i = 0; i < jobs.size(); i++) {
                say("[" + (i + 1) + "/" + jobs.size() + ", " + seconds() + " s] "
                        + jobs.get(i).name());
                measure(jobs.get(i), site);
                report.write();
            }
        }
    }

    /** One after the other, each with a connection of its own and as long as its patience lasts. */
    private void measure(Job job, Site site) throws SQLException {
        if (seconds() > Duration.ofMinutes(size.minutes()).toSeconds()) {
            report.add(List.of(Outcome.failed(job.name(), "left out: the run was too long by then")));
            return;
        }
        long start = System.nanoTime();
        try (Connection connection = database.connect()) {
            List<Outcome> outcomes =
                    new Patience(job.patience()).measure(job, site.over(new Floor(connection)), connection);
            report.add(outcomes);
            outcomes.forEach(outcome -> say("  " + report.line(outcome)));
        }
        report.took(job.name(), Math.round(millis(start) / 1000));
    }

    private long seconds() {
        return Duration.ofNanos(System.nanoTime() - begun).toSeconds();
    }

    private static double millis(long begun) {
        return (System.nanoTime() - begun) / NANOS;
    }

    private static List<Job> jobs(List<String> wanted) throws ReflectiveOperationException {
        List<Job> jobs = new ArrayList<>();
        for (JavaClass found : new ClassFileImporter().importPackages("org.kizuna.bench.job")) {
            if (found.isAssignableTo(Job.class)
                    && found.isTopLevelClass()
                    && !found.getModifiers().contains(JavaModifier.ABSTRACT)) {
                jobs.add((Job) found.reflect().getDeclaredConstructor().newInstance());
            }
        }
        jobs.removeIf(job -> !wanted.isEmpty() && wanted.stream().noneMatch(job.name()::startsWith));
        jobs.sort(Comparator.comparing(Job::turn).thenComparing(Job::name));
        return jobs;
    }

    static void say(String line) {
        OUT.println(line);
    }
}
