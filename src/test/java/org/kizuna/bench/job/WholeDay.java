package org.kizuna.bench.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.kizuna.bench.Job;
import org.kizuna.bench.Outcome;
import org.kizuna.bench.Site;
import org.kizuna.bench.Visitor;

/**
 * What three hundred people do in twenty-four hours, a hundred pages each, as fast as it goes: an hour after the other,
 * with new sessions in each. What is kept at the end is what leaks or is remembered.
 */
public final class WholeDay implements Job {

    private static final int HOURS = 24;
    private static final int PAGES = 300 * 100;
    private static final int AT_ONCE = 10;
    private static final double NANOS = 1_000_000_000;

    @Override
    public String name() {
        return "day of use";
    }

    @Override
    public Turn turn() {
        return Turn.USERS;
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(8);
    }

    @Override
    public List<Outcome> measure(Site site) throws Exception {
        double idle = site.heap().collected();
        long mark = site.heap().mark();
        AtomicInteger done = new AtomicInteger();
        AtomicInteger errors = new AtomicInteger();
        long begun = System.nanoTime();
        long end = begun + TimeUnit.SECONDS.toNanos(site.size().daySeconds());
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        for (int hour = 0; hour < HOURS && System.nanoTime() < end; hour++) {
            hour(site, threads, hour, end, done, errors);
        }
        threads.shutdown();
        double seconds = (System.nanoTime() - begun) / NANOS;
        String what = "day of use, %.1f hours in %.0f s".formatted((double) HOURS * done.get() / PAGES, seconds);
        Outcome heap = Outcome.told(
                what + ", heap in use at its end and before", site.heap().collected(), idle, "MB");
        return List.of(
                heap.noted(done + " of a day's " + PAGES + " pages and saves."),
                Outcome.told(what + ", rate", done.get() / seconds, null, "/s"),
                Outcome.atMost(what + ", errors", errors.get(), 0, ""),
                Outcome.told(what + ", collector's pauses", site.heap().paused(mark), null, "ms"));
    }

    private static void hour(
            Site site, ExecutorService threads, int hour, long end, AtomicInteger done, AtomicInteger errors)
            throws Exception {
        List<Future<Boolean>> all = new ArrayList<>();
        for (int user = 0; user < AT_ONCE; user++) {
            int number = hour * AT_ONCE + user;
            Callable<Boolean> work = () -> {
                Visitor visitor = site.another("user" + (number + 1));
                for (int step = 0; step < PAGES / HOURS / AT_ONCE && System.nanoTime() < end; step++) {
                    if (!stepped(visitor, number, step)) {
                        errors.incrementAndGet();
                    }
                    done.incrementAndGet();
                }
                return true;
            };
            all.add(threads.submit(work));
        }
        for (Future<Boolean> one : all) {
            one.get();
        }
    }

    private static boolean stepped(Visitor visitor, int number, int step) throws InterruptedException {
        try {
            Mix.step(visitor, number, step);
            return true;
        } catch (java.io.IOException e) {
            return false;
        }
    }
}
