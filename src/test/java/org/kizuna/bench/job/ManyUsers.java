package org.kizuna.bench.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.kizuna.bench.Job;
import org.kizuna.bench.Outcome;
import org.kizuna.bench.Site;
import org.kizuna.bench.Size;
import org.kizuna.bench.Times;
import org.kizuna.bench.Visitor;

/**
 * Three hundred who have signed in: each opens a list, filters it, opens a record, begins to edit it, saves through
 * REST and reads the dashboard, and thinks in between.
 */
public final class ManyUsers implements Job {

    private static final int USERS = 300;
    private static final int THINK_SECONDS = 10;
    private static final int THREADS = 48;
    private static final double SLOWEST = 300;
    private static final double KILO_A_SESSION = 150;

    @Override
    public String name() {
        return "users: 300 at once";
    }

    @Override
    public Turn turn() {
        return Turn.USERS;
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(Size.L.usersSeconds() + 120L);
    }

    @Override
    public List<Outcome> measure(Site site) throws Exception {
        int idle = site.heap().collected();
        List<Visitor> visitors = new ArrayList<>();
        for (int user = 1; user <= USERS; user++) {
            visitors.add(site.another("user" + user));
        }
        Times times = new Times();
        AtomicInteger errors = new AtomicInteger();
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS);
        int seconds = site.size().usersSeconds();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        for (int user = 0; user < USERS; user++) {
            new User(visitors.get(user), user, threads, times, errors, end).think();
        }
        long mark = site.heap().mark();
        int connections = 0;
        while (System.nanoTime() < end && !threads.awaitTermination(1, TimeUnit.SECONDS)) {
            connections = Math.max(connections, site.databaseConnections());
        }
        threads.shutdownNow();
        threads.awaitTermination(30, TimeUnit.SECONDS);
        double kilo = (site.heap().collected() - idle) * 1024.0 / USERS;
        String name = "users: 300 at once for " + seconds + " s, ";
        return List.of(
                Outcome.told(name + "requests", (double) times.count() / seconds, null, "/s"),
                Outcome.told(name + "p50", times.median(), null, "ms"),
                Outcome.atMost(name + "p95", times.percentile(95), SLOWEST, "ms"),
                Outcome.told(name + "p99", times.percentile(99), null, "ms"),
                Outcome.atMost(name + "errors", errors.get(), 0, ""),
                Outcome.atMost(name + "heap for a session", Math.max(0, kilo), KILO_A_SESSION, "kB"),
                Outcome.told(name + "collector's pauses", site.heap().paused(mark), null, "ms"),
                Outcome.told(name + "database connections at the most", connections, null, ""));
    }

    /** One of them. */
    private record User(
            Visitor visitor,
            int number,
            ScheduledExecutorService threads,
            Times times,
            AtomicInteger errors,
            long end) {

        void think() {
            plan(0);
        }

        private void plan(int step) {
            long millis = ThreadLocalRandom.current().nextLong(THINK_SECONDS * 1000L * 2);
            if (System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis) < end) {
                var unused = threads.schedule(() -> act(step), millis, TimeUnit.MILLISECONDS);
            }
        }

        private void act(int step) {
            try {
                times.add(() -> Mix.step(visitor, number, step));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                errors.incrementAndGet();
            }
            plan(step + 1);
        }
    }
}
