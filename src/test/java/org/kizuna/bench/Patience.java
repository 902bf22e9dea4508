package org.kizuna.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Measures a job for so long and no longer. A job that fails is a line of the table that says so. */
final class Patience {

    private final Duration limit;

    Patience(Duration limit) {
        this.limit = limit;
    }

    /** @param connection the floor's, which is cut when the job is given up */
    List<Outcome> measure(Job job, Site site, Connection connection) throws SQLException {
        FutureTask<List<Outcome>> task = new FutureTask<>(() -> job.measure(site));
        Thread thread = new Thread(task, job.name());
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            connection.abort(Runnable::run);
            return List.of(Outcome.failed(job.name(), "given up after " + limit.toSeconds() + " s"));
        } catch (ExecutionException e) {
            return List.of(Outcome.failed(job.name(), said(e.getCause() == null ? e : e.getCause())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(Outcome.failed(job.name(), "interrupted"));
        }
    }

    private static String said(Throwable failure) {
        String text = failure.toString().replaceAll("[\\s|]+", " ");
        return "failed: " + text.substring(0, Math.min(text.length(), 200));
    }
}
