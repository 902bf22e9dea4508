package org.kizuna.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process that lives as long as the run, and whose number is kept so that the next run can end it if this one dies. */
final class OwnedProcess implements Part {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path pidFile;

    private OwnedProcess(Process process, Path pidFile) {
        this.process = process;
        this.pidFile = pidFile;
    }

    static OwnedProcess start(List<String> command, Map<String, String> environment, Path log, Path pidFile) {
        ProcessBuilder builder = new ProcessBuilder(alone(command))
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
            throw new LaunchFailure("The program " + command.get(0) + " can't be started: " + Reason.of(e) + ".", e);
        }
    }

    /** The command so that what it writes is its owner's alone, in place of the shell that arranges for it. */
    static List<String> alone(List<String> command) {
        // MariaDB sets a mask of its own
        List<String> alone =
                new ArrayList<>(List.of("/bin/sh", "-c", "umask 077; UMASK=0600 UMASK_DIR=0700 exec \"$@\"", "kizuna"));
        // a session of its own: Ctrl-C reaches the launcher alone, which then stops things in order
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            alone.add("/usr/bin/setsid");
        }
        alone.addAll(command);
        return alone;
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
        } catch (NumberFormatException e) {
            // the run that wrote it was killed before it was done
            return Optional.empty();
        } catch (IOException e) {
            throw new LaunchFailure("The file " + pidFile + " can't be read: " + Reason.of(e) + ".", e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** What it ended with, when it has. */
    CompletableFuture<Integer> exit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    @Override
    public void close() {
        end(process.toHandle());
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new LaunchFailure("The file " + pidFile + " can't be deleted: " + Reason.of(e) + ".", e);
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
