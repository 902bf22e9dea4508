package org.kizuna.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table, for people and for programs. */
final class Report {

    private final Size size;
    private final List<Outcome> outcomes = new ArrayList<>();

    Report(Size size) {
        this.size = size;
    }

    Size size() {
        return size;
    }

    void add(List<Outcome> more) {
        more.forEach(outcome -> {
            outcomes.add(outcome);
            Bench.say(line(outcome));
        });
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        StringBuilder text = new StringBuilder("## Size " + size + ", " + LocalDate.now(ZoneOffset.UTC) + "\n\n"
                + Runtime.getRuntime().availableProcessors() + " processors, Java "
                + System.getProperty("java.version") + "\n\n"
                + "| Job | Application | Floor | Ratio | Budget | |\n|---|--:|--:|--:|---|---|\n");
        outcomes.forEach(outcome -> text.append(line(outcome)).append('\n'));
        Files.writeString(folder.resolve("bench-" + size + ".md"), text);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("job", outcome.job());
            row.put("application", outcome.application());
            row.put("floor", outcome.floor());
            row.put("unit", outcome.unit());
            row.put("ratio", outcome.ratio());
            row.put("budget", outcome.budget());
            row.put("met", outcome.met());
            rows.add(row);
        }
        new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValue(folder.resolve("bench-" + size + ".json").toFile(), rows);
    }

    static String line(Outcome outcome) {
        return "| " + outcome.job() + " | " + figure(outcome.application()) + " " + outcome.unit() + " | "
                + (outcome.floor() == null ? "" : figure(outcome.floor()) + " " + outcome.unit()) + " | "
                + (outcome.ratio() == null ? "" : String.format(Locale.ROOT, "%.2f", outcome.ratio())) + " | "
                + outcome.budget() + " | "
                + (outcome.met() == null ? "" : outcome.met() ? "met" : "**missed**") + " |";
    }

    private static String figure(double figure) {
        return String.format(Locale.ROOT, figure >= 100 ? "%,.0f" : "%.1f", figure);
    }
}
