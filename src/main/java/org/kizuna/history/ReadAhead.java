package org.kizuna.history;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Has a long answer read by a thread of its own, while the caller works on the parts before: a few parts wait between
 * them, so memory does not grow.
 */
final class ReadAhead<T> {

    private static final int WAITING = 4;
    private static final long LOOK_AGAIN_MILLIS = 200;

    private final BlockingQueue<List<T>> parts = new ArrayBlockingQueue<>(WAITING);
    private volatile boolean enough;

    private ReadAhead() {}

    /** Ends when everything is read and worked on. When it throws, nobody reads any more either. */
    static <T> void through(ExecutorService threads, Reading<T> reading, Working<T> working)
            throws SQLException, IOException {
        ReadAhead<T> ahead = new ReadAhead<>();
        Future<?> reader = threads.submit(() -> {
            try {
                reading.into(ahead);
            } finally {
                ahead.add(List.of());
            }
            return null;
        });
        @Nullable Throwable failure;
        try {
            for (List<T> part = ahead.take(); !part.isEmpty(); part = ahead.take()) {
                working.on(part);
            }
        } finally {
            ahead.enough = true;
            failure = failure(reader);
        }
        if (failure instanceof SQLException cause) {
            throw cause;
        }
        if (failure instanceof IOException cause) {
            throw cause;
        }
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
    }

    /**
     * Waits until there is room.
     *
     * @param part empty at the end
     * @return whether more is wanted
     */
    boolean add(List<T> part) throws InterruptedIOException {
        try {
            while (!enough) {
                if (parts.offer(part, LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                    return true;
                }
            }
            return false;
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private List<T> take() throws InterruptedIOException {
        try {
            return parts.take();
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** Waits for the reader's end. What it failed with is told unless the work has failed first. */
    private static @Nullable Throwable failure(Future<?> reader) throws InterruptedIOException {
        try {
            reader.get();
            return null;
        } catch (InterruptedException e) {
            throw interrupted();
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }

    private static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException();
    }

    /** Reads and adds part after part, until no more is wanted. */
    interface Reading<T> {
        void into(ReadAhead<T> ahead) throws SQLException, IOException;
    }

    /** Does something with a part. */
    interface Working<T> {
        void on(List<T> part) throws SQLException, IOException;
    }
}
