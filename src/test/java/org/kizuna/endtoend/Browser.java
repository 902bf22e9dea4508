package org.kizuna.endtoend;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Somebody before a headless Chromium. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Launched kizuna;
    private final ChromeDriver driver;
    private final Path downloads;

    Browser(Launched kizuna) throws IOException {
        this.kizuna = kizuna;
        this.downloads = Files.createTempDirectory("kizuna-downloads");
        ChromeOptions options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync");
        options.setExperimentalOption("prefs", Map.of("download.default_directory", downloads.toString()));
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(new File("/usr/bin/chromedriver"))
                        .build(),
                options);
        look(1360, 900, "light", "en");
    }

    /** From the next page on. */
    void look(int width, int height, String theme, String language) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand("Network.setExtraHTTPHeaders", Map.of("headers", Map.of("Accept-Language", language)));
    }

    /** Sample accounts have their names as passwords. */
    Browser signIn(String account) {
        return signIn(account, account);
    }

    Browser signIn(String account, String password) {
        signOut().enter(account, password);
        until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".who")));
        return this;
    }

    /** Begins anew as nobody, on the page to sign in. */
    Browser signOut() {
        driver.manage().deleteAllCookies();
        return open("/signin");
    }

    Browser enter(String account, String password) {
        fill("username", account);
        fill("password", password);
        return click(By.id("form:enter"));
    }

    /** Waits until the page says it. */
    Browser awaitText(String text) {
        until(ExpectedConditions.textToBePresentInElementLocated(By.tagName("body"), text));
        return this;
    }

    Browser open(String path) {
        driver.get(kizuna.address().resolve(path).toString());
        return this;
    }

    /** @param field id of the form's field, without the form's */
    Browser fill(String field, String text) {
        WebElement input = driver.findElement(By.id("form:" + field));
        if ("date".equals(input.getDomAttribute("type"))) {
            script(
                    "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('change', {bubbles: true}))",
                    input,
                    text);
        } else {
            input.clear();
            input.sendKeys(text);
        }
        return this;
    }

    Browser choose(String field, String option) {
        new Select(driver.findElement(By.id("form:" + field))).selectByValue(option);
        return this;
    }

    /** Types a name and takes the first that is offered. */
    Browser pick(String field, String name) {
        driver.findElement(By.id("form:" + field + "_input")).sendKeys(name);
        By offer = By.cssSelector("[id='form:" + field + "_panel'] .ui-autocomplete-item");
        until(ExpectedConditions.elementToBeClickable(offer)).click();
        until(ExpectedConditions.invisibilityOfElementLocated(offer));
        return this;
    }

    Browser file(String field, Path file) {
        driver.findElement(By.id("form:" + field)).sendKeys(file.toString());
        return this;
    }

    String value(String field) {
        return String.valueOf(driver.findElement(By.id("form:" + field)).getDomProperty("value"));
    }

    Browser click(By what) {
        WebElement element = until(ExpectedConditions.elementToBeClickable(what));
        // away from the bar that stays at the lower edge
        script("arguments[0].scrollIntoView({block: 'center'})", element);
        element.click();
        return this;
    }

    /** Saves, and comes back on the page of what was saved. */
    Browser save() {
        click(By.cssSelector(".save button"));
        until(ExpectedConditions.urlContains("/view?"));
        return this;
    }

    /** Saves what can't be saved, and comes back when the page says so. */
    Browser saveInVain() {
        WebElement form = driver.findElement(By.cssSelector(".save"));
        click(By.cssSelector(".save button"));
        until(ExpectedConditions.stalenessOf(form));
        until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".notice[role=alert]:not([hidden])")));
        return this;
    }

    /** What stands beside a field; empty when nothing is wrong with it. */
    String problemAt(String field) {
        return driver
                .findElement(By.xpath("//*[@id='form:" + field + "']/ancestor::*[contains(@class, 'field')][1]"))
                .findElements(By.cssSelector(".ui-message-error"))
                .stream()
                .map(WebElement::getText)
                .findFirst()
                .orElse("");
    }

    /** The reference in the address of a record's page. */
    String reference() {
        return address().replaceFirst(".*[?&]ref=([^&]+).*", "$1");
    }

    /** The reference in an address. */
    String reference(String address) {
        return address.replaceFirst(".*[?&]ref=([^&]+).*", "$1");
    }

    String address() {
        return String.valueOf(driver.getCurrentUrl());
    }

    String title() {
        return String.valueOf(driver.getTitle());
    }

    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    String text(By what) {
        return driver.findElement(what).getText();
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    <T> T until(ExpectedCondition<T> condition) {
        try {
            // what was found may belong to the page before: then it is looked for again
            return new WebDriverWait(driver, PATIENCE)
                    .ignoring(StaleElementReferenceException.class)
                    .until(condition);
        } catch (TimeoutException e) {
            picture("failed");
            throw new AssertionError(
                    "In vain, on " + address() + " (see target/screenshots/failed.png):\n" + text(), e);
        }
    }

    /** Whether what was found belongs to a page, or a part of it, that is shown no more. */
    boolean gone(WebElement found) {
        try {
            return Boolean.TRUE.equals(ExpectedConditions.stalenessOf(found).apply(driver));
        } catch (WebDriverException e) {
            // asked while the page is being exchanged
            if (String.valueOf(e.getMessage()).contains("does not belong to the document")) {
                return true;
            }
            throw e;
        }
    }

    String script(String code, Object... arguments) {
        return String.valueOf(((JavascriptExecutor) driver).executeScript(code, arguments));
    }

    ChromeDriver driver() {
        return driver;
    }

    /** The file that was just asked for, once it is there. */
    Path downloaded() {
        return new WebDriverWait(driver, PATIENCE).until(ignored -> {
            try (Stream<Path> files = Files.list(downloads)) {
                return files.filter(file -> !file.toString().matches(".*(\\.crdownload|/\\.[^/]*)"))
                        .findFirst()
                        .orElse(null);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Keeps a picture of the whole page beside the reports. */
    void picture(String name) {
        try {
            Path folder = Files.createDirectories(Path.of(System.getProperty("kizuna.home"), "target", "screenshots"));
            Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
        try {
            Samples.delete(downloads);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
