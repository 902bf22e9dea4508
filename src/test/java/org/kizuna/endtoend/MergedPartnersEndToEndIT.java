package org.kizuna.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The address of a merged partner leads to the one that it is now, for people and for programs. */
@Tag("browser")
class MergedPartnersEndToEndIT {

    @Test
    void anOldAddressLeadsToTheSurvivor(@TempDir Path folder) throws Exception {
        try (Launched kizuna = Launched.ready(folder.resolve("data"));
                Connection owner = OwnersDatabase.of(kizuna, folder.resolve("data"));
                Statement statement = owner.createStatement();
                Browser browser = new Browser(kizuna)) {
            Client officer = Client.of(kizuna, "officer");
            String merged = registered(officer, "An office");
            String survivor = registered(officer, "The same office");
            statement.executeUpdate("UPDATE partner m JOIN partner s ON s.reference = '" + survivor
                    + "' SET m.merged_into = s.id WHERE m.reference = '" + merged + "'");
            HttpResponse<String> moved = officer.get("/api/v1/partners/" + merged);
            assertThat(moved.statusCode()).isEqualTo(308);
            assertThat(moved.headers().firstValue("Location").orElseThrow()).endsWith("/api/v1/partners/" + survivor);
            HttpResponse<String> refused = officer.send("PUT", "/api/v1/partners/" + merged, "{}", "If-Match", "\"0\"");
            assertThat(refused.statusCode()).isBetween(400, 499);
            browser.signIn("officer").open("/partner/view?ref=" + merged);
            assertThat(browser.address()).endsWith("/partner/view?ref=" + survivor);
            assertThat(browser.text()).contains("The same office");
            browser.open("/partner/edit?ref=" + merged);
            assertThat(browser.address()).endsWith("/partner/edit?ref=" + survivor);
            assertThat(browser.value("legalName")).isEqualTo("The same office");
        }
    }

    private static String registered(Client officer, String name) throws Exception {
        return Client.read(officer.send(
                        "POST",
                        "/api/v1/partners",
                        "{\"legalName\": \"" + name + "\", \"sector\": \"ACADEMIA\", \"country\": \"FR\","
                                + " \"despite\": [\"likelyDuplicate\"], \"reason\": \"Two offices\"}"))
                .get("reference")
                .asText();
    }
}
