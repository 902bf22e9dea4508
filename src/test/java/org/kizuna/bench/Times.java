package org.kizuna.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long something took, again and again. */
public final class Times {

    private static final double NANOS = 1_000_000;

    private final List<Double> millis = Collections.synchronizedList(new ArrayList<>());

    public void add(Piece piece) throws Exception {
        long begun = System.nanoTime();
        piece.run();
        millis.add((System.nanoTime() - begun) / NANOS);
    }

    public int count() {
        return millis.size();
    }

    /** Milliseconds within which so many of a hundred were done. */
    public double percentile(int percent) {
        synchronized (millis) {
            List<Double> sorted = millis.stream().sorted().toList();
            return sorted.isEmpty() ? 0 : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
        }
    }

    public double median() {
        return percentile(50);
    }

    /** What is measured. */
    @FunctionalInterface
    public interface Piece {
        void run() throws Exception;
    }
}
