package org.kizuna.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Why budgets are missed, as somebody found out. They stand in causes.txt, each after the beginning of a job's name. */
final class Causes {

    private final Map<String, String> causes = new TreeMap<>();

    Causes() throws IOException {
        try (InputStream in = Causes.class.getResourceAsStream("causes.txt")) {
            if (in == null) {
                throw new IOException("causes.txt is missing");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains(" = ") && !line.startsWith("#"))
                    .map(line -> line.split(" = ", 2))
                    .forEach(pair -> causes.put(pair[0].strip(), pair[1].strip()));
        }
    }

    /** Of the longest beginning that is known; null where nobody has found out. */
    @Nullable
    String of(String job) {
        return causes.entrySet().stream()
                .filter(cause -> job.startsWith(cause.getKey()))
                .max((one, other) ->
                        Integer.compare(one.getKey().length(), other.getKey().length()))
                .map(Map.Entry::getValue)
                .orElse(null);
    }
}
