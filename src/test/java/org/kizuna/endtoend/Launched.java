package org.kizuna.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A run of {@code deploy/run.sh}. */
public final class Launched implements AutoCloseable {

    private static final long PATIENCE = 180;

    private final int port;
    private final Process process;
    private final List<String> lines = new ArrayList<>();
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
    private final Thread reader;

    private Launched(int port, Process process) {
        this.port = port;
        this.process = process;
        this.reader = new Thread(this::read, "output of run.sh");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts it and comes back at once. */
    static Launched begin(int port, Path data, Map<String, String> environment, String... options) throws IOException {
        return begin(List.of(), port, data, environment, options);
    }

    /** The same through a program that starts another one, as that which makes it somebody else's. */
    static Launched begin(List<String> through, int port, Path data, Map<String, String> environment, String... options)
            throws IOException {
        List<String> command = new ArrayList<>(through);
        command.addAll(List.of("deploy/run.sh", "--port", Integer.toString(port), "--data", data.toString()));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Path.of(System.getProperty("kizuna.home")).toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("KIZUNA_"));
        builder.environment().putAll(environment);
        return new Launched(port, builder.start());
    }

    /** Starts it and waits until it says that it is ready. */
    static Launched ready(Path data, String... options) throws IOException, InterruptedException {
        return ready(data, Map.of(), options);
    }

    /** The same with something in its environment. */
    public static Launched ready(Path data, Map<String, String> environment, String... options)
            throws IOException, InterruptedException {
        Launched launched = begin(freePort(), data, environment, options);
        if (!launched.becomesReady()) {
            throw new AssertionError("Kizuna did not start:\n" + launched.output());
        }
        return launched;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void read() {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                synchronized (lines) {
                    lines.add(line);
                }
                if (line.startsWith("Stop with")) {
                    ready.complete(true);
                }
            }
        } catch (IOException e) {
            synchronized (lines) {
                lines.add(e.toString());
            }
        }
        ready.complete(false);
    }

    boolean becomesReady() throws InterruptedException {
        try {
            return ready.get(PATIENCE, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            close();
            throw new AssertionError("Kizuna is not ready after " + PATIENCE + " s:\n" + output(), e);
        }
    }

    public URI address() {
        return URI.create("http://localhost:" + port);
    }

    List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    String output() {
        return String.join("\n", lines());
    }

    /** The exit code, and after it the whole output is there. */
    int ended() throws InterruptedException {
        if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
            throw new AssertionError("Still running:\n" + output());
        }
        reader.join(TimeUnit.SECONDS.toMillis(PATIENCE));
        return process.exitValue();
    }

    /** Everything it started, itself included. */
    public List<ProcessHandle> processes() {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        return all;
    }

    /** As Ctrl-C or a service manager does. */
    int stop() throws InterruptedException {
        process.destroy();
        return ended();
    }

    /** As a power cut does: nobody gets to say goodbye. */
    void crash() throws InterruptedException {
        List<ProcessHandle> all = processes();
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle one : all) {
            one.onExit().join();
        }
        ended();
    }

    @Override
    public void close() {
        try {
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
