package org.kizuna.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What programs were promised: the description of REST. */
@ExtendWith(Samples.class)
class RestContractEndToEndIT {

    private static final String KEPT = "/rest/openapi.json";

    private final JsonNode description;

    RestContractEndToEndIT(Launched kizuna) throws Exception {
        this.description = Client.of(kizuna, "officer").json("/openapi");
    }

    @Test
    void everyOperationSaysWhatItTakesWhatItAnswersAndHowItRefuses() {
        SoftAssertions all = new SoftAssertions();
        operations(description).forEach((name, operation) -> {
            JsonNode responses = operation.get("responses");
            JsonNode done = responses.has("200") ? responses.get("200") : responses.path("202");
            all.assertThat(responses.has("204") || isDescribed(done.get("content")))
                    .as("what %s answers", name)
                    .isTrue();
            all.assertThat(!operation.has("requestBody")
                            || isDescribed(operation.get("requestBody").get("content")))
                    .as("what %s takes", name)
                    .isTrue();
            for (String status : Set.of("400", "401", "403", "404", "503")) {
                all.assertThat(responses
                                .path(status)
                                .path("content")
                                .path("application/problem+json")
                                .path("schema")
                                .path("$ref")
                                .asText())
                        .as("how %s is refused with %s", name, status)
                        .endsWith("/Problem");
            }
        });
        all.assertAll();
    }

    private static boolean isDescribed(JsonNode content) {
        if (content == null || content.isEmpty()) {
            return false;
        }
        for (JsonNode media : content) {
            JsonNode schema = media.path("schema");
            if (!schema.has("$ref") && !"binary".equals(schema.path("format").asText())) {
                return false;
            }
        }
        return true;
    }

    /** The description is kept beside the tests; a change of it is a change of what programs rely on, and is kept knowingly. */
    @Test
    void isWhatItWas() throws IOException {
        JsonNode kept;
        try (InputStream file = getClass().getResourceAsStream(KEPT)) {
            kept = new ObjectMapper().readTree(Objects.requireNonNull(file));
        }
        assertThat(operations(description))
                .as("operations; where a change is meant, target/classes/openapi.json takes the place of the kept one")
                .isEqualTo(operations(kept));
        assertThat(members(description.get("components").get("schemas")))
                .as("schemas; where a change is meant, target/classes/openapi.json takes the place of the kept one")
                .isEqualTo(members(kept.get("components").get("schemas")));
    }

    private static Map<String, JsonNode> operations(JsonNode description) {
        Map<String, JsonNode> operations = new TreeMap<>();
        members(description.get("paths")).forEach((path, item) -> members(item)
                .forEach((method, operation) -> operations.put(method + " " + path, operation)));
        return operations;
    }

    private static Map<String, JsonNode> members(JsonNode object) {
        Map<String, JsonNode> members = new TreeMap<>();
        object.fields().forEachRemaining(member -> members.put(member.getKey(), member.getValue()));
        return members;
    }
}
