package org.kizuna.bench;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The table, for people and for programs. */
final class Report {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double FLAT = 1.3;
    private static final String HEADER = """
            | Job | Application | Floor | Ratio | Growth from S | Budget | | Cause |
            |---|--:|--:|--:|--:|---|---|---|
            """;

    private final Size size;
    private final String machine;
    private final Path folder;
    private final Causes causes;
    private final Map<String, Double> small;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final Map<String, Long> seconds = new LinkedHashMap<>();

    /** @param folder where the table is written, and where that of size S may be from the same machine */
    Report(Size size, Machine machine, Path folder) throws IOException {
        this.size = size;
        this.machine = machine.toString();
        this.folder = folder;
        causes = new Causes();
        small = size == Size.S ? Map.of() : small(folder.resolve("S.json"));
    }

    private Map<String, Double> small(Path file) throws IOException {
        Map<String, Double> figures = new LinkedHashMap<>();
        if (Files.exists(file)) {
            JsonNode table = JSON.readTree(file.toFile());
            if (table.path("machine").asText().equals(machine)) {
                table.path("rows").forEach(row -> {
                    if (row.path("application").isNumber()) {
                        figures.put(
                                row.path("job").asText(),
                                row.path("application").asDouble());
                    }
                });
            }
        }
        return figures;
    }

    void add(List<Outcome> more) {
        outcomes.addAll(more);
    }

    /** How long something took, its preparation included. */
    void took(String what, long howLong) {
        seconds.merge(what, howLong, Long::sum);
    }

    void write() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(size + ".md"), text());
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("size", size.name());
        table.put("day", LocalDate.now(ZoneOffset.UTC).toString());
        table.put("machine", machine);
        table.put("seconds", seconds);
        table.put("rows", outcomes.stream().map(this::row).toList());
        JSON.writerWithDefaultPrettyPrinter()
                .writeValue(folder.resolve(size + ".json").toFile(), table);
    }

    String text() {
        StringBuilder text = new StringBuilder("## Size " + size + "\n\n" + LocalDate.now(ZoneOffset.UTC) + ", "
                + machine + ". Filling and measuring took "
                + seconds.values().stream().mapToLong(Long::longValue).sum() / 60 + " minutes.\n\n" + HEADER);
        outcomes.forEach(outcome -> text.append(line(outcome)).append('\n'));
        text.append("\nSeconds each part took: ")
                .append(String.join(
                        "; ",
                        seconds.entrySet().stream()
                                .map(part -> part.getKey() + " " + part.getValue())
                                .toList()))
                .append(".\n");
        return text.toString();
    }

    private Map<String, @Nullable Object> row(Outcome outcome) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("job", outcome.job());
        row.put("application", outcome.application());
        row.put("floor", outcome.floor());
        row.put("unit", outcome.unit());
        row.put("ratio", outcome.ratio());
        row.put("growth", growth(outcome));
        row.put("budget", outcome.budget());
        row.put("met", outcome.met());
        row.put("note", outcome.note());
        row.put("cause", cause(outcome));
        return row;
    }

    private @Nullable Double growth(Outcome outcome) {
        Double before = small.get(outcome.job());
        return !outcome.flat() || before == null || outcome.application() == null
                ? null
                : outcome.application() / before;
    }

    private boolean grows(Outcome outcome) {
        Double growth = growth(outcome);
        return growth != null && growth > FLAT;
    }

    /** Why it missed; null where it did not. */
    private @Nullable String cause(Outcome outcome) {
        List<String> found = new ArrayList<>();
        if (Boolean.FALSE.equals(outcome.met()) && outcome.application() != null) {
            found.add(Objects.requireNonNullElse(causes.of(outcome.job()), "not known"));
        }
        if (grows(outcome)) {
            found.add(Objects.requireNonNullElse(causes.of("growth: " + outcome.job()), "growth: not known"));
        }
        return found.isEmpty() ? null : String.join(" ", found);
    }

    String line(Outcome outcome) {
        Double growth = growth(outcome);
        String remarks = String.join(
                " ",
                List.of(
                        Objects.requireNonNullElse(outcome.note(), ""),
                        Objects.requireNonNullElse(cause(outcome), "")));
        List<String> cells = List.of(
                outcome.job(),
                figure(outcome.application(), outcome.unit()),
                figure(outcome.floor(), outcome.unit()),
                times(outcome.ratio()),
                growth == null ? "" : times(growth) + (grows(outcome) ? " **missed**" : ""),
                outcome.budget(),
                met(outcome),
                remarks.strip());
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String met(Outcome outcome) {
        if (outcome.application() == null) {
            return outcome.met() == null ? "" : "**not measured**";
        }
        return outcome.met() == null ? "" : outcome.met() ? "met" : "**missed**";
    }

    private static String times(@Nullable Double ratio) {
        return ratio == null ? "" : String.format(Locale.ROOT, "%.2f", ratio);
    }

    private static String figure(@Nullable Double figure, String unit) {
        return figure == null
                ? ""
                : (String.format(Locale.ROOT, Math.abs(figure) >= 100 ? "%,.0f" : "%.1f", figure) + " " + unit).strip();
    }
}
