package org.kizuna.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kizuna.verify.KizunaVerify;
import org.openqa.selenium.By;

/** An administrator erases a person, and what the auditor has proves all that it proved before. */
@Tag("browser")
@ExtendWith(Samples.class)
class ErasureEndToEndIT {

    @TempDir
    private Path folder;

    @Test
    void aPersonIsErasedAndTheJournalStillProvesItself(Launched kizuna) throws Exception {
        Client officer = Client.of(kizuna, "officer");
        Client auditor = Client.of(kizuna, "auditor");
        String name = "Umeko " + Long.toString(System.nanoTime(), 36);
        JsonNode partner =
                Client.read(officer.send("POST", "/api/v1/partners", """
                {"legalName": "%s's company", "sector": "PRIVATE_SECTOR", "country": "JP", "contacts": [
                  {"name": "%s", "jobTitle": "Director", "email": "umeko@example.org", "phone": "+81 3 1234"}]}
                """.formatted(System.nanoTime(), name)));
        String question =
                "/api/v1/history/dossier?partner=" + partner.get("reference").asText();
        byte[] before = auditor.bytes(question);
        OpenedDossier named = new OpenedDossier(before);
        assertThat(named.text("data/history.jsonl")).doesNotContain(name);
        assertThat(named.text("data/personal.jsonl")).contains(name, "umeko@example.org");
        assertThat(named.text("data/history.csv")).contains(name);
        Path head = Files.write(folder.resolve("head.json"), named.bytes(inside(named, "data/head.json")));

        erase(kizuna, name);

        byte[] after = auditor.bytes(question);
        OpenedDossier erased = new OpenedDossier(after);
        for (String file : erased.names()) {
            assertThat(new String(erased.bytes(file), StandardCharsets.UTF_8))
                    .as(file)
                    .doesNotContain(name, "umeko@example.org");
        }
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        assertThat(erased.text("data/personal.jsonl")).contains("\"erasedOn\":\"" + today + "\"");
        assertThat(erased.text("data/history.csv")).contains("erased on " + today);
        assertThat(erased.text("data/report.html")).contains("erased on " + today);
        assertThat(verify(before)).contains("INTEGRITY ONLY");
        assertThat(verify(after, "--head", head.toString())).contains("The dossier holds.");
    }

    private static String inside(OpenedDossier dossier, String name) {
        return dossier.names().stream()
                .filter(path -> path.endsWith("/" + name))
                .findFirst()
                .orElseThrow();
    }

    private static void erase(Launched kizuna, String name) throws Exception {
        try (Browser browser = new Browser(kizuna)) {
            browser.signIn("admin").open("/history/persons?q=" + name.replace(" ", "%20"));
            assertThat(browser.text()).contains(name, "contact");
            browser.fill("reason", "Asked for by letter").saveInVain();
            assertThat(browser.text()).contains("Choose who is to be erased");
            browser.click(By.cssSelector("#persons input[type=checkbox]"));
            browser.click(By.id("form:erase"));
            browser.until(driver -> browser.text().contains("Erased from the records") ? true : null);
            assertThat(browser.text()).contains("Asked for by letter").doesNotContain(name);
        }
    }

    private String verify(byte[] zip, String... options) throws Exception {
        Path file = Files.write(folder.resolve("dossier.zip"), zip);
        List<String> arguments = new java.util.ArrayList<>(List.of(file.toString()));
        arguments.addAll(List.of(options));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        KizunaVerify.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
