package org.kizuna.bench.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import org.kizuna.bench.Job;
import org.kizuna.bench.Outcome;
import org.kizuna.bench.Site;
import org.kizuna.bench.Until;
import org.kizuna.bench.Visitor;

/**
 * The register's look at itself: every leaf, subtree and head computed again, for which a dossier waits where nobody
 * looked within a day; and then every record held against its journal.
 */
public final class CompleteCheck implements Job {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double NANOS = 1_000_000_000;

    @Override
    public String name() {
        return "complete check";
    }

    @Override
    public Turn turn() {
        return Turn.READS;
    }

    @Override
    public Duration patience() {
        return Duration.ofHours(2);
    }

    @Override
    public List<Outcome> measure(Site site) throws Exception {
        Visitor auditor = site.as("auditor");
        long begun = System.nanoTime();
        String path = "/history/audits/"
                + JSON.readTree(auditor.begin("/history/audits").body())
                        .get("id")
                        .asLong();
        Until.isSo(patience(), () -> {
            JsonNode now = look(auditor, path);
            return now.get("records").asLong() > 0 || !now.get("running").asBoolean();
        });
        double leaves = (System.nanoTime() - begun) / NANOS;
        Until.isSo(patience(), () -> !look(auditor, path).get("running").asBoolean());
        double all = (System.nanoTime() - begun) / NANOS;
        JsonNode audit = look(auditor, path);
        if (audit.hasNonNull("failure") || audit.get("findingCount").asLong() > 0) {
            throw new IllegalStateException("The register is not what its journal says: " + audit);
        }
        long sets = audit.get("changeSets").asLong();
        return List.of(
                Outcome.told("complete check of the leaves of " + sets + " change sets", leaves, null, "s"),
                Outcome.told("complete check of leaves, change sets", sets / leaves, null, "/s"),
                Outcome.told(
                        "complete check, and " + audit.get("records").asLong() + " records beside their journal",
                        all,
                        null,
                        "s"));
    }

    private static JsonNode look(Visitor auditor, String path) throws java.io.IOException, InterruptedException {
        return JSON.readTree(auditor.rest(path).body());
    }
}
