package org.kizuna.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kizuna.testing.MailReceiver;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** Whoever is to judge an agreement is told on their page, and by mail when they chose so. */
@Tag("browser")
class NotificationEndToEndIT {

    private static final By BELL = By.id("bell");

    @TempDir
    private Path data;

    @Test
    void anApproverIsToldAtOnceAndMarksItAsRead() throws Exception {
        try (MailReceiver mail = new MailReceiver();
                Launched kizuna = Launched.ready(
                        data.resolve("kizuna"),
                        Map.of(
                                "KIZUNA_MAIL_HOST", "127.0.0.1",
                                "KIZUNA_MAIL_PORT", Integer.toString(mail.port()),
                                "KIZUNA_MAIL_SITE", "https://kizuna.example.org/"));
                Browser browser = new Browser(kizuna)) {
            giveAddress(Client.of(kizuna, "admin"));
            browser.signIn("approver").open("/notification/notices");
            if (!browser.all("[id='notices:readAll']").isEmpty()) {
                browser.click(By.id("notices:readAll")).awaitText("All are marked as read.");
            }
            browser.open("/security/profile");
            browser.click(By.cssSelector("[id='choices:agreementInReview'] option[value='AT_ONCE']"));
            browser.click(By.id("choices:choose")).awaitText("Your choice is saved.");
            assertThat(browser.all("[id='choices:agreementInReview'] option[value='AT_ONCE'][selected]"))
                    .hasSize(1);

            String reference = inReview(Client.of(kizuna, "officer"));
            assertThat(mail.next().replace("=\r\n", "").replace("=3D", "="))
                    .contains(
                            "To: approver.told@example.org",
                            "https://kizuna.example.org/agreement/view?ref=" + reference);

            browser.open("/notification/notices");
            assertThat(browser.text(BELL)).contains("1");
            assertThat(browser.text()).contains(reference, "waits for review: Told end to end");
            browser.click(By.linkText("Mark as read"));
            browser.until(ExpectedConditions.invisibilityOfElementLocated(By.cssSelector("#bell .tag")));
            browser.click(By.partialLinkText(reference));
            browser.until(ExpectedConditions.urlContains("/agreement/view?ref=" + reference));
        }
    }

    private static void giveAddress(Client admin) throws Exception {
        String path = "/api/v1/accounts/approver";
        assertThat(admin.send("PUT", path, """
                {"displayName": "Approver", "email": "approver.told@example.org", "roles": ["APPROVER"], "active": true}
                """, "If-Match", tag(admin, path)).statusCode())
                .isBetween(200, 299);
    }

    private static String inReview(Client officer) throws Exception {
        JsonNode agreement = Client.read(officer.send("POST", "/api/v1/agreements", """
                {"type": "MEMORANDUM_OF_UNDERSTANDING", "title": "Told end to end", "parties": [
                  {"partner": "P-000080", "role": "CO_SIGNATORY"}, {"partner": "P-000081", "role": "CO_SIGNATORY"}]}
                """));
        String reference = agreement.get("reference").asText();
        String path = "/api/v1/agreements/" + reference;
        assertThat(officer.send("POST", path + "/steps/send-for-review", "{}", "If-Match", tag(officer, path))
                        .statusCode())
                .isBetween(200, 299);
        return reference;
    }

    private static String tag(Client client, String path) throws Exception {
        return client.get(path).headers().firstValue("ETag").orElseThrow();
    }
}
