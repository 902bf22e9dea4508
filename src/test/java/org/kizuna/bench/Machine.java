package org.kizuna.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.kizuna.launch.BenchDatabase;

/** What was measured on, in words: figures of two machines are not compared. */
record Machine(String processor, int processors, long gigabytes, String database) {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final String MODEL = "model name";
    private static final double GIGABYTE = 1 << 30;

    static Machine with(BenchDatabase database) throws SQLException, IOException {
        try (Connection connection = database.connect()) {
            return new Machine(
                    model(),
                    Runtime.getRuntime().availableProcessors(),
                    memory(),
                    String.valueOf(new Floor(connection).one("SELECT VERSION()")));
        }
    }

    private static String model() throws IOException {
        if (!Files.isReadable(PROCESSORS)) {
            return System.getProperty("os.arch");
        }
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith(MODEL))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }

    private static long memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? Math.round(system.getTotalMemorySize() / GIGABYTE)
                : 0;
    }

    @Override
    public String toString() {
        return processors + " processors (" + processor + "), " + gigabytes + " GB, Java "
                + System.getProperty("java.version") + ", " + System.getProperty("os.name") + ", " + database;
    }
}
