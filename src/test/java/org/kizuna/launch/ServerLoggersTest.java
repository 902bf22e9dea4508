package org.kizuna.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A logger that is added without a level logs all there is, each step of each transaction. */
class ServerLoggersTest {

    private static final Path SCRIPT = Path.of("config/wildfly/logging.cli");

    @Test
    void everyLoggerHasALevel() throws Exception {
        List<String> added = Files.readAllLines(SCRIPT).stream()
                .filter(line -> line.contains("/logger=") && line.contains(":add("))
                .toList();
        assertFalse(added.isEmpty());
        assertEquals(
                List.of(),
                added.stream().filter(line -> !line.contains("level=")).toList());
    }
}
