package org.kizuna.launch;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Says what is being done, with a dot for every second it takes. */
public final class Progress {

    private final PrintStream steps;
    private final PrintStream result;

    public Progress(PrintStream steps, PrintStream result) {
        this.steps = steps;
        this.result = result;
    }

    <T> T step(String what, Supplier<T> work) {
        Instant begun = Instant.now();
        steps.print(what + " ");
        steps.flush();
        var clock = Executors.newSingleThreadScheduledExecutor(work1 -> {
            Thread thread = new Thread(work1, "progress");
            thread.setDaemon(true);
            return thread;
        });
        ScheduledFuture<?> dots = clock.scheduleAtFixedRate(
                () -> {
                    steps.print('.');
                    steps.flush();
                },
                1,
                1,
                TimeUnit.SECONDS);
        boolean done = false;
        try {
            T value = work.get();
            done = true;
            return value;
        } finally {
            dots.cancel(false);
            clock.shutdownNow();
            long millis = Duration.between(begun, Instant.now()).toMillis();
            steps.printf(done ? " %d.%d s%n" : " failed after %d.%d s%n", millis / 1000, millis % 1000 / 100);
        }
    }

    void note(String line) {
        steps.println(line);
    }

    void say(String line) {
        result.println(line);
        result.flush();
    }
}
