package org.kizuna.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process that lives as long as the run, and whose number is kept so that the next run can end it if this one dies. */
final class OwnedProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path pidFile;

    private OwnedProcess(Process process, Path pidFile) {
        this.process = process;
        this.pidFile = pidFile;
    }

    static OwnedProcess start(List<String> command, Map<String, String> environment, Path log, Path pidFile) {
        List<String> detached = new ArrayList<>();
        // a session of its own: Ctrl-C reaches the launcher alone, which then stops things in order
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            detached.add("/usr/bin/setsid");
        }
        detached.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(detached)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
        // the account that may change tables is the launcher's business alone
        builder.environment().keySet().removeIf(name -> name.startsWith("KIZUNA_DB_"));
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            Files.writeString(pidFile, Long.toString(process.pid()));
            return new OwnedProcess(process, pidFile);
        } catch (IOException e) {
            throw new LaunchFailure("The program " + command.get(0) + " can't be started: " + e.getMessage() + ".", e);
        }
    }

    /** Ends what an interrupted run left behind. */
    static boolean endLeftOver(Path pidFile, String commandPart) {
        Optional<ProcessHandle> left = readPid(pidFile)
                .flatMap(ProcessHandle::of)
                .filter(handle -> handle.info().commandLine().orElse("").contains(commandPart));
        left.ifPresent(OwnedProcess::end);
        return left.isPresent();
    }

    private static Optional<Long> readPid(Path pidFile) {
        try {
            return Files.exists(pidFile)
                    ? Optional.of(Long.valueOf(Files.readString(pidFile).strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int await() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        end(process.toHandle());
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end(ProcessHandle handle) {
        if (!handle.destroy()) {
            return;
        }
        try {
            handle.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            handle.destroyForcibly();
        } catch (InterruptedException e) {
            handle.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
