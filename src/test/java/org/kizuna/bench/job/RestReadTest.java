package org.kizuna.bench.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.InputStream;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RestReadTest {

    private static final String BASE = "/api/v1";

    @Test
    void everyGetOfRestIsMeasuredOrSaysWhyNot() throws Exception {
        assertEquals(described(), RestRead.operations());
    }

    @Test
    void everyReadHasItsFloor() throws Exception {
        for (RestRead read : RestRead.all()) {
            assertFalse(read.floor().isEmpty(), read.path());
        }
    }

    private static Set<String> described() throws Exception {
        try (InputStream file = Objects.requireNonNull(RestReadTest.class.getResourceAsStream("/rest/openapi.json"));
                JsonReader reader = Json.createReader(file)) {
            JsonObject paths = reader.readObject().getJsonObject("paths");
            Set<String> described = new TreeSet<>();
            for (String path : paths.keySet()) {
                if (paths.getJsonObject(path).containsKey("get")) {
                    described.add(path.substring(BASE.length()));
                }
            }
            return described;
        }
    }
}
