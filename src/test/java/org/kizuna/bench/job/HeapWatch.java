package org.kizuna.bench.job;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.kizuna.bench.Heap;

/** Collects the server's heap every few seconds while something goes on, and keeps the most that remained. */
final class HeapWatch implements AutoCloseable {

    private static final long FIRST = 400;
    private static final long NEXT = 5_000;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final Future<?> watching;
    private volatile int most;

    HeapWatch(Heap heap) {
        watching = thread.scheduleWithFixedDelay(
                () -> {
                    try {
                        most = Math.max(most, heap.collected());
                    } catch (Exception e) {
                        throw new IllegalStateException("The heap could not be collected", e);
                    }
                },
                FIRST,
                NEXT,
                TimeUnit.MILLISECONDS);
    }

    /** Says so when the heap could not be collected. */
    @Override
    public void close() throws Exception {
        thread.shutdownNow();
        if (!watching.cancel(true)) {
            watching.get();
        }
    }

    /** Megabytes. */
    int most() {
        return most;
    }
}
