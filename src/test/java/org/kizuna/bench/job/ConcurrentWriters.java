package org.kizuna.bench.job;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.kizuna.bench.Job;
import org.kizuna.bench.Outcome;
import org.kizuna.bench.Site;
import org.kizuna.bench.Times;
import org.kizuna.bench.Visitor;

/** Fifty who save at once, each another record. */
public final class ConcurrentWriters implements Job {

    private static final int WRITERS = 50;
    private static final int SAVES = 10;
    private static final double NANOS = 1_000_000_000;

    @Override
    public String name() {
        return "save with fifty writers at once";
    }

    @Override
    public List<Outcome> measure(Site site) throws Exception {
        Visitor officer = site.as("officer");
        Times times = new Times();
        AtomicInteger refused = new AtomicInteger();
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        List<Future<Boolean>> all = new ArrayList<>();
        long begun = System.nanoTime();
        for (int writer = 0; writer < WRITERS; writer++) {
            String path = "/partners/" + Site.reference("P", 200 + writer);
            Callable<Boolean> work = () -> {
                for (int save = 0; save < SAVES; save++) {
                    String note = "\"note\":\"Saved " + save + " among fifty\"";
                    HttpResponse<String> before = officer.rest(path);
                    String body = before.body().replaceFirst("\"note\":(\"[^\"]*\"|null)", note);
                    String tag = before.headers().firstValue("ETag").orElseThrow();
                    times.add(() -> {
                        if (officer.put(path, body, tag).statusCode() != 200) {
                            refused.incrementAndGet();
                        }
                    });
                }
                return true;
            };
            all.add(writers.submit(work));
        }
        for (Future<Boolean> one : all) {
            one.get();
        }
        double seconds = (System.nanoTime() - begun) / NANOS;
        writers.shutdown();
        return List.of(
                Outcome.told(
                        "save with fifty writers at once, saves and reads", 2 * WRITERS * SAVES / seconds, null, "/s"),
                Outcome.told("save with fifty writers at once, p95 of a save", times.percentile(95), null, "ms"),
                Outcome.atMost("save with fifty writers at once, refused", refused.get(), 0, ""));
    }
}
