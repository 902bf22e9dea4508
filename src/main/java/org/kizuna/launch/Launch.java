package org.kizuna.launch;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Starts Kizuna and keeps it running until it is told to stop.
 *
 * <p>Exit codes: 0 stopped when asked to, 1 could not start or the server ended by itself.
 */
public final class Launch {

    static final List<String> SAMPLE_ACCOUNTS =
            List.of("officer", "officer2", "approver", "treasurer", "manager", "auditor", "admin");

    private final Progress progress;
    private final Deque<Runnable> started = new ArrayDeque<>();
    private boolean stopping;

    private Launch(Progress progress) {
        this.progress = progress;
    }

    public static void main(String[] arguments) {
        PrintStream errors = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        Launch launch = new Launch(new Progress(errors, new PrintStream(System.out, true, StandardCharsets.UTF_8)));
        Runtime.getRuntime().addShutdownHook(new Thread(launch::stop, "stop"));
        int exit = 1;
        try {
            exit = launch.run(Arrays.asList(arguments), System.getenv());
        } catch (LaunchFailure e) {
            errors.println(e.getMessage());
        } catch (RuntimeException e) {
            errors.println("Kizuna can't start, for a reason it does not know: "
                    + e.toString().lines().findFirst().orElse("") + ".");
        }
        System.exit(exit);
    }

    private int run(List<String> arguments, Map<String, String> environment) {
        if (arguments.contains("--help")) {
            progress.say(LaunchOptions.USAGE);
            return 0;
        }
        LaunchOptions options = LaunchOptions.parse(arguments, environment);
        BuildLayout house = BuildLayout.here();
        Server.requireFreePort(options);
        DataFolder folder = own(DataFolder.open(options.data(), house.build()));
        Database database = openDatabase(options, house, folder);
        progress.step("Bringing the tables up to date", () -> Schema.migrate(database));
        DatabaseState contents = DatabaseState.of(database);
        if (contents.interrupted()) {
            throw new LaunchFailure(
                    "An earlier start was interrupted while it loaded the sample data; delete the folder "
                            + options.data() + " (or drop the database) and start again.");
        }
        boolean samples = contents.samples() || (contents.fresh() && !options.empty());
        if (samples && !options.listensOnLoopbackOnly()) {
            throw new LaunchFailure(
                    "Sample accounts have passwords everybody knows, so a server with sample data listens"
                            + " on loopback only; start without --bind, or with --empty and a data folder of its own.");
        }
        String firstPassword = contents.fresh() && options.empty() ? DataFolder.newSecret() : null;
        Server server = progress.step(
                contents.fresh() && samples ? "Starting the server and loading the sample data" : "Starting the server",
                () -> startServer(house, folder, options, database, firstPassword));
        announce(server, samples, firstPassword);
        String why = CompletableFuture.anyOf(
                        server.ended().thenApply(server::whyEnded),
                        database.ended().thenApply(database::whyEnded))
                .thenApply(String.class::cast)
                .join();
        if (isStopping()) {
            return 0;
        }
        throw new LaunchFailure(why);
    }

    private Database openDatabase(LaunchOptions options, BuildLayout house, DataFolder folder) {
        GivenDatabase given = options.database();
        if (given != null) {
            return ExternalDatabase.connect(given, folder, progress);
        }
        return progress.step("Starting the built-in database", () -> {
            EmbeddedDatabase database = own(EmbeddedDatabase.start(house, folder));
            database.awaitReady();
            return database;
        });
    }

    private Server startServer(
            BuildLayout house,
            DataFolder folder,
            LaunchOptions options,
            Database database,
            @Nullable String firstPassword) {
        Server server = own(Server.start(house, folder, options, database.application(), firstPassword));
        server.awaitReady();
        return server;
    }

    private void announce(Server server, boolean samples, @Nullable String firstPassword) {
        progress.say("Kizuna is ready: " + server.localAddress());
        if (samples) {
            progress.say("Sample accounts, each with its name as password: " + String.join(", ", SAMPLE_ACCOUNTS));
            progress.say("With sample data the server listens on this machine only.");
        }
        if (firstPassword != null) {
            progress.say("Sign in as admin with the password " + firstPassword + " (it is shown only now).");
        }
        progress.say("Stop with Ctrl-C.");
    }

    private synchronized <T extends Part> T own(T part) {
        started.push(part::close);
        return part;
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    private void stop() {
        synchronized (this) {
            stopping = true;
        }
        while (true) {
            Runnable part;
            synchronized (this) {
                part = started.poll();
            }
            if (part == null) {
                return;
            }
            try {
                part.run();
            } catch (LaunchFailure e) {
                progress.note("While stopping: " + e.getMessage());
            }
        }
    }
}
