package org.kizuna.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.kizuna.launch.BenchDatabase;

/** Measures the application beside its floor. */
public final class Bench {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Size size = Size.valueOf(arguments[0]);
        Path folder = Path.of(arguments[1]);
        try (BenchDatabase database = BenchDatabase.open(folder.resolve("db"))) {
            if (!database.isFilled()) {
                Fill.into(database, folder.resolve("server/seal.key"), size);
            }
        }
    }

    static void say(String line) {
        OUT.println(line);
    }
}
