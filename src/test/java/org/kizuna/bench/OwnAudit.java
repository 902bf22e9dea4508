package org.kizuna.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;

/** The register's look at itself: every seal, and every row beside the journal. */
final class OwnAudit {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private OwnAudit() {}

    /** How it ended. */
    static JsonNode of(Visitor auditor) throws IOException, InterruptedException {
        JsonNode audit = JSON.readTree(auditor.begin("/history/audits").body());
        String path = "/history/audits/" + audit.get("id").asLong();
        Until.isSo(
                PATIENCE,
                () -> !JSON.readTree(auditor.rest(path).body()).get("running").asBoolean());
        return JSON.readTree(auditor.rest(path).body());
    }
}
