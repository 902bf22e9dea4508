package org.kizuna.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** Whatever becomes of a post, what was typed is not lost, and somebody is told. */
@Tag("browser")
@ExtendWith(Samples.class)
class SafetyNetEndToEndIT {

    private static final By BAR = By.id("net");
    private static final By OFFER = By.cssSelector(".notice.draft");

    /** The server takes the next post, and its answer gets lost. */
    private static final String LOSES_THE_ANSWER = """
            const send = XMLHttpRequest.prototype.send;
            XMLHttpRequest.prototype.send = function (body) {
              XMLHttpRequest.prototype.send = send;
              this.addEventListener('readystatechange', event => {
                if (this.readyState === 2) {
                  event.stopImmediatePropagation();
                  this.abort();
                }
              });
              send.call(this, body);
            };
            """;

    private final Launched kizuna;

    SafetyNetEndToEndIT(Launched kizuna) {
        this.kizuna = kizuna;
    }

    @Test
    void goesOnAfterSigningInOnTheSpot() throws IOException {
        try (Browser browser = new Browser(kizuna)) {
            String note = "Typed when the session ended " + UUID.randomUUID();
            browser.signIn("officer").open("/partner/edit?ref=P-000081");
            browser.fill("note", note);
            browser.driver().manage().deleteAllCookies();
            new Actions(browser.driver())
                    .keyDown(Keys.CONTROL)
                    .sendKeys("s")
                    .keyUp(Keys.CONTROL)
                    .perform();
            password(browser, "wrong");
            browser.until(ExpectedConditions.textToBePresentInElementLocated(
                    By.id("net-refused"), "Name or password is wrong"));
            assertThat(browser.value("note")).isEqualTo(note);
            password(browser, "officer");
            browser.until(ExpectedConditions.urlContains("/partner/view?"));
            assertThat(browser.text()).contains(note);
            browser.open("/partner/edit?ref=P-000081");
            assertNothingIsOffered(browser);
        }
    }

    @Test
    void sendsAFileAfterSigningInOnTheSpot() throws IOException {
        Path file = Files.writeString(Files.createTempFile("kizuna", ".txt"), "A note of the meeting\n");
        try (Browser browser = new Browser(kizuna)) {
            browser.signIn("officer").open("/partner/view?ref=P-000081");
            browser.click(By.cssSelector("a[href^='/document/attach']"));
            browser.until(ExpectedConditions.presenceOfElementLocated(By.id("form:file")));
            browser.file("file", file).fill("documentTitle", "Sent after signing in");
            browser.driver().manage().deleteAllCookies();
            browser.click(By.id("form:attach"));
            password(browser, "officer");
            browser.until(ExpectedConditions.urlContains("/partner/view?"));
            assertThat(browser.text()).contains("Sent after signing in");
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void sendsAFileOnceTheLineIsBack() throws IOException {
        Path file = Files.writeString(Files.createTempFile("kizuna", ".txt"), "Minutes of the meeting\n");
        try (Browser browser = new Browser(kizuna)) {
            browser.signIn("officer").open("/partner/view?ref=P-000083");
            browser.click(By.cssSelector("a[href^='/document/attach']"));
            browser.until(ExpectedConditions.presenceOfElementLocated(By.id("form:file")));
            browser.file("file", file).fill("documentTitle", "Sent over a broken line");
            line(browser, false);
            browser.click(By.id("form:attach"));
            assertTold(browser, "The line to Kizuna is broken.");
            assertThat(browser.value("documentTitle")).isEqualTo("Sent over a broken line");
            line(browser, true);
            assertTold(browser, "The line to Kizuna is back.");
            browser.click(By.cssSelector("#net button"));
            browser.until(ExpectedConditions.urlContains("/partner/view?"));
            assertThat(browser.text()).contains("Sent over a broken line");
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void aFormThatIsRefusedKeepsItsAddress() throws IOException {
        try (Browser browser = new Browser(kizuna)) {
            browser.signIn("officer").open("/partner/view?ref=P-000081");
            browser.click(By.cssSelector("a[href^='/document/attach']"));
            browser.until(ExpectedConditions.presenceOfElementLocated(By.id("form:file")));
            String asked = browser.address();
            browser.click(By.id("form:attach"));
            browser.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("[aria-invalid=true]")));
            assertThat(browser.address()).isEqualTo(asked);
        }
    }

    @Test
    void keepsTheTextWhileTheLineIsBroken() throws IOException {
        try (Browser browser = new Browser(kizuna)) {
            String note = "Typed in a tunnel " + UUID.randomUUID();
            browser.signIn("officer").open("/partner/edit?ref=P-000082");
            browser.fill("note", note);
            line(browser, false);
            browser.click(By.cssSelector(".save button"));
            assertTold(browser, "The line to Kizuna is broken.");
            assertThat(browser.value("note")).isEqualTo(note);
            assertThat(browser.driver()
                            .findElement(By.cssSelector(".save button"))
                            .isEnabled())
                    .isTrue();
            line(browser, true);
            assertTold(browser, "The line to Kizuna is back.");
            browser.click(By.cssSelector("#net button"));
            browser.until(ExpectedConditions.urlContains("/partner/view?"));
            assertThat(browser.text()).contains(note);
        }
    }

    @Test
    void tellsOfAnErrorAndOfASlowServer() throws IOException {
        try (Browser browser = new Browser(kizuna)) {
            browser.signIn("officer").open("/partner/edit?ref=P-000083");
            String note = "Typed in vain at first " + UUID.randomUUID();
            browser.fill("note", note);
            browser.script("window.jQuery.ajaxPrefilter((options, given, xhr) => {"
                    + " if (window.goesWrong) { options.timeout = 1; } })");
            browser.script("window.goesWrong = true");
            browser.click(By.cssSelector(".save button"));
            assertTold(browser, "Kizuna has not answered in time.");
            browser.script("window.goesWrong = false");
            browser.until(
                    driver -> driver.findElement(By.cssSelector(".save button")).isEnabled());
            browser.script("document.getElementById('form').elements['primefaces.nonce'].value = 'bent'");
            browser.click(By.cssSelector(".save button"));
            assertTold(browser, "Something went wrong in Kizuna");
            assertThat(browser.value("note")).isEqualTo(note);
            assertThat(browser.driver()
                            .findElement(By.cssSelector(".save button"))
                            .isEnabled())
                    .isTrue();
        }
    }

    /** A proxy's, or that of a network which wants a password first. */
    @Test
    void tellsOfAnAnswerThatIsNotOurs() throws IOException {
        try (Browser browser = new Browser(kizuna)) {
            browser.signIn("officer").open("/partner/edit?ref=P-000084");
            String note = "Typed on a train " + UUID.randomUUID();
            browser.fill("note", note);
            browser.script(
                    "window.jQuery.ajaxTransport('xml', () => ({abort() {}, send(headers, done) {"
                            + " done(200, 'OK', {text: '<html><h1>Welcome aboard</h1></html>'}, 'Content-Type: text/html'); }}))");
            browser.click(By.cssSelector(".save button"));
            assertTold(browser, "Something went wrong in Kizuna");
            assertThat(browser.value("note")).isEqualTo(note);
            assertThat(browser.driver()
                            .findElement(By.cssSelector(".save button"))
                            .isEnabled())
                    .isTrue();
        }
    }

    @Test
    void savesOnceThoughTheAnswerWasLost() throws IOException {
        try (Browser browser = new Browser(kizuna)) {
            String name = "Saved once " + UUID.randomUUID();
            browser.signIn("officer").open("/partner/edit");
            browser.fill("legalName", name).choose("sector", "ACADEMIA").choose("country", "JP");
            browser.script(LOSES_THE_ANSWER);
            browser.click(By.cssSelector(".save button"));
            assertTold(browser, "The line to Kizuna is broken.");
            browser.click(By.cssSelector("#net button"));
            browser.until(ExpectedConditions.urlContains("/partner/view?"));
            browser.open("/partner/list?q=" + name.replace(" ", "+"));
            assertThat(browser.all("main tbody tr a")).hasSize(1);
        }
    }

    @Test
    void offersWhatWasTypedBeforeTheBrowserWasClosed() throws IOException {
        String name = "Typed yesterday " + UUID.randomUUID();
        try (Browser browser = new Browser(kizuna)) {
            browser.signIn("officer2").open("/partner/edit");
            addRow(browser, "names");
            addRow(browser, "contacts");
            addRow(browser, "contacts");
            browser.fill("legalName", name)
                    .choose("sector", "ACADEMIA")
                    .choose("country", "JP")
                    .fill("names:0:name", "ITY")
                    .fill("contacts:1:name", "The second of two")
                    .fill("contacts:0:name", "The first of two");
            untilKept(browser, "The first of two");
        }
        try (Browser browser = new Browser(kizuna)) {
            browser.signIn("officer").open("/partner/edit");
            assertNothingIsOffered(browser);
            browser.signIn("officer2").open("/partner/edit");
            browser.until(ExpectedConditions.visibilityOfElementLocated(OFFER));
            browser.click(By.cssSelector("[data-take]"));
            browser.until(driver -> name.equals(browser.value("legalName")));
            assertThat(browser.value("names:0:name")).isEqualTo("ITY");
            assertThat(browser.value("contacts:0:name")).isEqualTo("The first of two");
            assertThat(browser.value("contacts:1:name")).isEqualTo("The second of two");
            assertThat(browser.value("sector")).isEqualTo("ACADEMIA");
            browser.save();
            assertThat(browser.text()).contains(name, "The second of two");
            browser.open("/partner/edit");
            assertNothingIsOffered(browser);
        }
    }

    @Test
    void discardsWhatIsNotWanted() throws IOException {
        try (Browser browser = new Browser(kizuna)) {
            browser.signIn("officer2").open("/event/edit");
            browser.fill("title", "Not wanted any more");
            untilKept(browser, "Not wanted any more");
            browser.script("kizuna.leaving = true");
            browser.open("/event/edit");
            browser.click(By.cssSelector("[data-discard]"));
            browser.until(ExpectedConditions.invisibilityOfElementLocated(OFFER));
            browser.open("/event/edit");
            assertNothingIsOffered(browser);
            assertThat(browser.value("title")).isEmpty();
        }
    }

    @Test
    void showsTheConflictWhenTheRecordMovedOnMeanwhile() throws IOException {
        try (Browser mine = new Browser(kizuna);
                Browser others = new Browser(kizuna)) {
            mine.signIn("officer").open("/partner/edit?ref=P-000084");
            mine.fill("note", "My note");
            untilKept(mine, "My note");
            others.signIn("officer2").open("/partner/edit?ref=P-000084");
            others.fill("note", "The other's note").save();
            mine.script("kizuna.leaving = true");
            mine.open("/partner/edit?ref=P-000084");
            mine.click(By.cssSelector("[data-take]"));
            mine.until(driver -> "My note".equals(mine.value("note")));
            mine.click(By.cssSelector(".save button"));
            mine.until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector("main form .notice.warn")));
            assertThat(mine.text()).contains("Somebody else has saved this", "The other's note");
            assertThat(mine.value("note")).isEqualTo("My note");
        }
    }

    @Test
    void neverKeepsAPassword() throws IOException {
        try (Browser browser = new Browser(kizuna)) {
            browser.signIn("admin").open("/security/account");
            browser.fill("password", "a secret of nobody").fill("displayName", "Somebody new");
            untilKept(browser, "Somebody new");
            assertThat(kept(browser)).doesNotContain("a secret of nobody");
            assertThat(status(browser, "values: [['form:password', 'a secret of nobody']], rows: {}"))
                    .isEqualTo("204");
            assertThat(kept(browser)).doesNotContain("a secret of nobody");
        }
    }

    @Test
    void refusesDraftsThatAreNone() throws IOException {
        try (Browser browser = new Browser(kizuna)) {
            browser.signIn("manager").open("/");
            assertThat(status(browser, "values: 'none'")).isEqualTo("400");
            assertThat(status(browser, "values: [['a', 'x'.repeat(1000000)]], rows: {}"))
                    .isEqualTo("413");
        }
    }

    private static void password(Browser browser, String password) {
        browser.until(driver -> {
            WebElement field = driver.findElement(By.id("net-password"));
            field.sendKeys(password);
            return field;
        });
        browser.click(By.cssSelector("#net form button"));
    }

    private static void assertTold(Browser browser, String words) {
        browser.until(ExpectedConditions.textToBePresentInElementLocated(BAR, words));
    }

    private static void line(Browser browser, boolean holds) {
        browser.driver()
                .executeCdpCommand(
                        "Network.emulateNetworkConditions",
                        Map.of("offline", !holds, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    private static void addRow(Browser browser, String list) {
        By add = By.cssSelector("[data-adds=" + list + "]");
        int rows = rows(browser, list);
        browser.click(add);
        browser.until(driver -> rows(browser, list) == rows + 1);
    }

    private static int rows(Browser browser, String list) {
        return Integer.parseInt(browser.script(
                "return document.querySelector(arguments[0]).closest('.card').querySelectorAll('.row').length",
                "[data-adds=" + list + "]"));
    }

    /** What the server keeps of the page that is open. */
    private static String kept(Browser browser) {
        return String.valueOf(browser.driver()
                .executeAsyncScript("const done = arguments[arguments.length - 1];"
                        + "fetch('/drafts?address=' + encodeURIComponent(location.pathname + location.search))"
                        + ".then(answer => answer.text()).then(done, done)"));
    }

    private static void untilKept(Browser browser, String text) {
        browser.until(driver -> kept(browser).contains(text));
    }

    private static String status(Browser browser, String content) {
        return String.valueOf(browser.driver()
                .executeAsyncScript("const done = arguments[arguments.length - 1];"
                        + "fetch('/drafts', {method: 'PUT', headers: {'Content-Type': 'application/json'},"
                        + " body: JSON.stringify({address: location.pathname, title: '', content: {" + content + "}})})"
                        + ".then(answer => done(String(answer.status)), done)"));
    }

    /** After the page has asked the server. */
    private static void assertNothingIsOffered(Browser browser) {
        assertThat(kept(browser)).isEmpty();
        assertThat(browser.all(".notice.draft")).isEmpty();
    }
}
