package org.kizuna.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the server's collector says in its log: megabytes that were in use after each collection. */
public final class Heap {

    private static final Pattern COLLECTED = Pattern.compile("Pause .*?(\\d+)M->(\\d+)M\\((\\d+)M\\) ([0-9.]+)ms");

    private final Path log;
    private final long server;

    Heap(Path log, long server) {
        this.log = log;
        this.server = server;
    }

    static String options(Path log) {
        return "-Xms256m -Xmx1g -XX:+ExitOnOutOfMemoryError -Xlog:gc:file=" + log;
    }

    /** Where the log ends by now. */
    public long mark() throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.count();
        }
    }

    /** Megabytes in use after a full collection. */
    public int collected() throws IOException, InterruptedException {
        long mark = mark();
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/jcmd").toString(),
                        Long.toString(server),
                        "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        jcmd.waitFor();
        return least(mark);
    }

    /** The most that was in use after a collection since the mark; 0 when there was none. */
    public int most(long mark) throws IOException {
        return after(mark).stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** The least that was in use after a collection since the mark; 0 when there was none. */
    public int least(long mark) throws IOException {
        return after(mark).stream().mapToInt(Integer::intValue).min().orElse(0);
    }

    /** Milliseconds for which the collector has stopped the server since the mark. */
    public double paused(long mark) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.skip(mark)
                    .map(COLLECTED::matcher)
                    .filter(Matcher::find)
                    .mapToDouble(match -> Double.parseDouble(match.group(4)))
                    .sum();
        }
    }

    private List<Integer> after(long mark) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.skip(mark)
                    .map(COLLECTED::matcher)
                    .filter(Matcher::find)
                    .map(match -> Integer.valueOf(match.group(2)))
                    .toList();
        }
    }
}
