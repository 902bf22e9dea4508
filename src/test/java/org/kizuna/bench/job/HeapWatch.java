package org.kizuna.bench.job;

import java.io.IOException;
import org.kizuna.bench.Heap;

/** Collects the server's heap every few seconds while something goes on, and keeps the most that remained. */
final class HeapWatch extends Thread {

    private static final long FIRST = 400;
    private static final long NEXT = 5_000;

    private final Heap heap;
    private volatile int most;
    private volatile boolean ended;

    HeapWatch(Heap heap) {
        super("heap");
        this.heap = heap;
        setDaemon(true);
    }

    @Override
    public void run() {
        try {
            Thread.sleep(FIRST);
            while (!ended) {
                most = Math.max(most, heap.collected());
                Thread.sleep(NEXT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            ended = true;
        }
    }

    void end() throws InterruptedException {
        ended = true;
        interrupt();
        join();
    }

    /** Megabytes. */
    int most() {
        return most;
    }
}
