package org.kizuna.bench;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
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

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Size size = Size.valueOf(arguments[0]);
        Path folder = Path.of(arguments[1]);
        List<String> wanted = List.of(arguments).subList(3, arguments.length);
        try (BenchDatabase database = BenchDatabase.open(folder.resolve("db"))) {
            if (!database.isFilled()) {
                Fill.into(database, folder.resolve("server/seal.key"), size);
            }
            Report report = new Report(size);
            Path table = Path.of(arguments[2]);
            run(database, folder, wanted, report, table);
            say("Written to " + table);
        }
    }

    private static void run(BenchDatabase database, Path folder, List<String> wanted, Report report, Path table)
            throws Exception {
        Path log = folder.resolve("gc.log").toAbsolutePath();
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.put("KIZUNA_JAVA_OPTS", Heap.options(log));
        long begun = System.nanoTime();
        try (Launched launched = Launched.ready(folder.resolve("server"), environment);
                Connection connection = database.connect()) {
            report.add(List.of(Outcome.told("start-up of the server", millis(begun), null, "ms")));
            long server = launched.processes().stream()
                    .filter(process -> process.info().commandLine().orElse("").contains("jboss-modules.jar"))
                    .findFirst()
                    .orElseThrow()
                    .pid();
            Site site =
                    new Site(report.size(), launched.address(), new Floor(connection), new Heap(log, server), folder);
            long first = System.nanoTime();
            site.as("officer").get("/");
            report.add(List.of(Outcome.told("sign-in and first page after start", millis(first), null, "ms")));
            for (Job job : jobs(wanted)) {
                report.add(job.measure(site));
                report.write(table);
            }
        }
    }

    private static double millis(long begun) {
        return (System.nanoTime() - begun) / NANOS;
    }

    private static List<Job> jobs(List<String> wanted) throws ReflectiveOperationException {
        List<Job> jobs = new ArrayList<>();
        for (JavaClass found : new ClassFileImporter().importPackages("org.kizuna.bench.job")) {
            if (found.isAssignableTo(Job.class) && found.isTopLevelClass()) {
                jobs.add((Job) found.reflect().getDeclaredConstructor().newInstance());
            }
        }
        jobs.removeIf(job -> !wanted.isEmpty() && wanted.stream().noneMatch(job.name()::startsWith));
        jobs.sort(Comparator.comparing(Job::name));
        return jobs;
    }

    static void say(String line) {
        OUT.println(line);
    }
}
