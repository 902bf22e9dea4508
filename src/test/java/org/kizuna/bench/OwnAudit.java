package org.kizuna.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;

/** The register's look at itself: every seal, and every row beside the journal. */
final class OwnAudit {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int LOOKS_EVERY = 250;

    private OwnAudit() {}

    /** How it ended, or how far it is when nobody waits any longer. */
    static JsonNode of(Visitor auditor) throws IOException, InterruptedException {
        JsonNode audit = JSON.readTree(auditor.begin("/history/audits").body());
        String path = "/history/audits/" + audit.get("id").asLong();
        long begun = System.nanoTime();
        while (audit.get("running").asBoolean() && System.nanoTime() - begun < PATIENCE.toNanos()) {
            Thread.sleep(LOOKS_EVERY);
            audit = JSON.readTree(auditor.rest(path).body());
        }
        return audit;
    }
}
