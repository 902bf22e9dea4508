package org.kizuna.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kizuna.shared.Words;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** Takes the steps of pages as one person after the other, and sees what came of each: on the page, in the journal. */
final class Walker implements AutoCloseable {

    static final List<String> PEOPLE =
            List.of("officer", "officer2", "approver", "treasurer", "manager", "auditor", "admin");

    /** A day after which everything that needs one may begin. */
    static final String DAY = "2024-03-01";

    private static final String COOKIE = "KIZUNA";
    private static final Pattern OFFER = Pattern.compile("data-step=\"([^\"]+)\"");
    private static final By TOLD = By.cssSelector("#told .notice.good");
    private static final By ALERT = By.cssSelector(".notice[role=alert]:not([hidden])");

    private final Launched kizuna;
    private final Browser browser;
    private final Client auditor;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Cookie> sessions = new LinkedHashMap<>();

    private String present = "";

    /** Number of the newest change set before the last click. */
    private long before;

    /** What was called on pages, as {@code agreementView.clear}. */
    private final Set<String> steps = new TreeSet<>();

    /** What the journal says was done, as {@code AgreementRegister.clear}. */
    private final Set<String> actions = new TreeSet<>();

    Walker(Launched kizuna) throws IOException {
        this.kizuna = kizuna;
        this.browser = new Browser(kizuna);
        this.auditor = Client.of(kizuna, "auditor");
    }

    Browser browser() {
        return browser;
    }

    /** A browser of its own, signed in as nobody. */
    Browser another() throws IOException {
        return new Browser(kizuna);
    }

    Client rest(String account) {
        return Client.of(kizuna, account);
    }

    Set<String> steps() {
        return steps;
    }

    Set<String> actions() {
        return actions;
    }

    /** The browser of somebody who signed in before, or does now. */
    Browser as(String account) {
        return as(account, account);
    }

    Browser as(String account, String password) {
        if (!account.equals(present)) {
            Cookie session = session(account, password);
            browser.driver().manage().deleteAllCookies();
            browser.driver().manage().addCookie(session);
            present = account;
        }
        return browser;
    }

    /** Somebody signed in at the browser that is shown. */
    void present(String account) {
        sessions.put(account, Objects.requireNonNull(browser.driver().manage().getCookieNamed(COOKIE)));
        present = account;
    }

    private Cookie session(String account, String password) {
        Cookie session = sessions.get(account);
        if (session == null) {
            browser.signIn(account, password);
            steps.add("signInView.enter");
            present(account);
            session = Objects.requireNonNull(sessions.get(account));
        }
        return session;
    }

    /** The steps that a page offers somebody. */
    List<String> offers(String account, String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> page = get(account, path);
        assertThat(page.statusCode()).as(path + " as " + account).isEqualTo(200);
        List<String> offers = new ArrayList<>();
        Matcher offer = OFFER.matcher(new String(page.body(), StandardCharsets.UTF_8));
        while (offer.find()) {
            offers.add(offer.group(1));
        }
        return offers;
    }

    /** What an address answers somebody who signed in. */
    HttpResponse<byte[]> get(String account, String path) throws IOException, InterruptedException {
        return ask(account, "GET", path);
    }

    /** @param headers names and values in turn */
    HttpResponse<byte[]> ask(String account, String method, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(kizuna.address().resolve(path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Cookie", COOKIE + "=" + session(account, account).getValue())
                .header("Accept-Language", "en");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    /** Takes a step of a page as somebody to whom it is offered. */
    void take(String account, String path, String bean, String action) throws IOException, InterruptedException {
        take(account, path, bean, action, action);
    }

    /** @param told what the page says was done, where it is not what the step is called */
    void take(String account, String path, String bean, String action, String told)
            throws IOException, InterruptedException {
        as(account).open(path);
        By offer = By.cssSelector("[data-step='" + action + "']");
        WebElement button = browser.until(ExpectedConditions.presenceOfElementLocated(offer));
        for (WebElement folded : button.findElements(By.xpath("ancestor::details[not(@open)]/summary"))) {
            folded.click();
        }
        fillWhatIsAsked();
        // the button stands in what is named after the method
        String[] names = String.valueOf(button.getDomAttribute("id")).split(":", -1);
        press(offer);
        told(told, path + " as " + account);
        done(account, bean + "." + names[names.length - 2], action);
    }

    private void fillWhatIsAsked() {
        for (WebElement day : browser.all("form input[type=date]")) {
            if (day.isDisplayed() && String.valueOf(day.getDomProperty("value")).isEmpty()) {
                browser.script(
                        "arguments[0].value = arguments[1];"
                                + " arguments[0].dispatchEvent(new Event('change', {bubbles: true}))",
                        day,
                        DAY);
            }
        }
        for (WebElement reason : browser.all("form textarea[id$=reason]")) {
            if (reason.isDisplayed()) {
                reason.sendKeys("Walked");
            }
        }
    }

    /** Clicks, and comes back when the page is another. */
    void press(By button) throws IOException, InterruptedException {
        mark();
        WebElement content = browser.driver().findElement(By.id("content"));
        WebElement clicked = browser.driver().findElement(button);
        browser.click(button);
        browser.until(driver -> (browser.gone(content) || browser.gone(clicked)) ? true : null);
    }

    /** What is done from now on is what {@link #done} looks for. */
    void mark() throws IOException, InterruptedException {
        before = auditor.json("/api/v1/history?limit=1")
                .get("items")
                .get(0)
                .get("sequence")
                .asLong();
    }

    /** What was done is told, beside nothing that is wrong. */
    String told(String done, String where) {
        browser.until(driver -> (driver.findElements(TOLD).isEmpty()
                        && driver.findElements(ALERT).isEmpty())
                ? null
                : true);
        assertThat(browser.all(".notice[role=alert]:not([hidden])").stream().map(WebElement::getText))
                .as(done + ", " + where)
                .isEmpty();
        String text = browser.text(TOLD);
        assertThat(text).as(where).isEqualTo(Words.text(Locale.ENGLISH, "done." + done));
        return text;
    }

    /** The journal has it, as done by this person. */
    void done(String account, String step, String action) throws IOException, InterruptedException {
        JsonNode newest = auditor.json("/api/v1/history?actor=" + account + "&action=" + action + "&limit=1")
                .get("items");
        assertThat(newest).as(action + " by " + account).isNotEmpty();
        assertThat(newest.get(0).get("sequence").asLong())
                .as(action + " by " + account + " just now")
                .isGreaterThan(before);
        steps.add(step);
        actions.add(action);
    }

    /** A step that concerns nobody but who takes it: no journal tells of it. */
    void took(String step, String told) {
        told(told, step);
        steps.add(step);
    }

    /** An officer attaches a text to an agreement: the address under which it can be taken. */
    String attached(String text) throws IOException {
        Path file = Files.writeString(Files.createTempFile("filed", ".txt"), text);
        as("officer").open("/agreement/view?ref=SAMPLE-1");
        browser.click(By.cssSelector("a[href^='/document/attach']"));
        browser.until(ExpectedConditions.presenceOfElementLocated(By.id("form:file")));
        browser.file("file", file).click(By.id("form:attach"));
        By link = By.cssSelector("a[href^='/document/file']");
        browser.until(ExpectedConditions.presenceOfElementLocated(link));
        Files.delete(file);
        return String.valueOf(browser.driver().findElement(link).getDomAttribute("href"));
    }

    @Override
    public void close() {
        browser.close();
    }
}
