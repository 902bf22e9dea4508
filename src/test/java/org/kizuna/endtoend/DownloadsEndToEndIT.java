package org.kizuna.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** Whatever can be taken home from a page is taken home, by everybody who sees the page, and opened. */
@Tag("browser")
@ExtendWith(Samples.class)
@Tag("long")
class DownloadsEndToEndIT {

    private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"(/[^\"#]*)");

    /** Addresses that differ in other parameters only lead to pages and files of the same kind. */
    private static final Set<String> TELLING = Set.of("format", "kind", "show", "report");

    private final Walker walker;
    private final Client auditor;

    DownloadsEndToEndIT(Launched kizuna) throws IOException {
        walker = new Walker(kizuna);
        auditor = Client.of(kizuna, "auditor");
    }

    @AfterEach
    void end() {
        walker.close();
    }

    @Test
    void everyLinkOfEveryPageLeadsToAPageOrAFileThatOpens() throws Exception {
        Set<String> files = new HashSet<>();
        SoftAssertions all = new SoftAssertions();
        for (String account : Walker.PEOPLE) {
            Set<String> seen = new LinkedHashSet<>();
            Deque<String> open = new ArrayDeque<>(List.of("/"));
            while (!open.isEmpty()) {
                String path = open.poll();
                HttpResponse<byte[]> answer = walker.get(account, path);
                String where = path + " as " + account;
                all.assertThat(answer.statusCode()).as(where).isEqualTo(200);
                if (answer.headers().firstValue("Content-Disposition").isPresent()) {
                    all.assertThatCode(() -> OpenedFile.assertOpens(answer, where))
                            .doesNotThrowAnyException();
                    files.add(path.replaceFirst("\\?.*", ""));
                    continue;
                }
                Matcher link = LINK.matcher(new String(answer.body(), StandardCharsets.UTF_8));
                while (link.find()) {
                    String next = link.group(1).replace("&amp;", "&");
                    if (seen.add(kind(next))) {
                        open.add(next);
                    }
                }
            }
        }
        all.assertAll();
        assertThat(files)
                .contains(
                        "/dashboard/figures",
                        "/dashboard/portfolio-file",
                        "/history/report-file",
                        "/history/search-file",
                        "/history/verifier");
    }

    private static String kind(String path) {
        String[] parts = path.split("\\?", 2);
        return parts.length == 1
                ? path
                : parts[0] + "?"
                        + Stream.of(parts[1].split("&"))
                                .map(one -> one.split("=", 2))
                                .map(pair -> TELLING.contains(pair[0]) ? String.join("=", pair) : pair[0])
                                .sorted()
                                .collect(Collectors.joining("&"));
    }

    @Test
    void historyIsTakenHomeInEveryFormat() throws Exception {
        for (String format : List.of("csv", "xlsx", "jsonl", "dossier")) {
            String path = "/history/download?agreement=SAMPLE-1&format=" + format;
            HttpResponse<byte[]> answer = walker.get("auditor", path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            OpenedFile.assertOpens(answer, path);
        }
    }

    @Test
    void theDashboardsFileHasTheFiguresOfThePage() throws Exception {
        Map<String, BigDecimal> shown = receivedByYear();
        HttpResponse<byte[]> answer = walker.get("manager", "/dashboard/figures?format=csv");
        List<List<String>> rows = OpenedFile.csv(answer.body());
        int year = rows.get(0).indexOf("year");
        int received = rows.get(0).indexOf("received_exact");
        Map<String, BigDecimal> taken = new TreeMap<>();
        rows.stream()
                .skip(1)
                .forEach(row -> taken.merge(row.get(year), new BigDecimal(row.get(received)), BigDecimal::add));
        taken.replaceAll((key, sum) -> sum.setScale(2, RoundingMode.HALF_EVEN));
        assertThat(taken).isEqualTo(new TreeMap<>(shown));
        List<Row> book = OpenedFile.xlsx(
                walker.get("manager", "/dashboard/figures?format=xlsx").body());
        assertThat(book).hasSameSizeAs(rows);
        assertThat(book.get(0).getCellText(1)).isEqualTo("Donor’s name");
        int instrument = rows.get(0).indexOf("instrument");
        assertThat(book.stream().skip(1).map(row -> row.getCellText(instrument)))
                .as("words, not codes")
                .noneMatch(text -> text.matches("[A-Z_]+"));
    }

    private Map<String, BigDecimal> receivedByYear() {
        Browser browser = walker.as("manager").open("/dashboard/donors");
        List<String> heads =
                browser.all(".card.flush th").stream().map(WebElement::getText).toList();
        int column = heads.indexOf("Received");
        Map<String, BigDecimal> shown = new LinkedHashMap<>();
        WebElement table = browser.all(".card.flush table").get(0);
        for (WebElement row : table.findElements(By.cssSelector("tbody tr"))) {
            List<WebElement> cells = row.findElements(By.tagName("td"));
            if (cells.size() > column) {
                shown.put(
                        cells.get(0).getText(),
                        new BigDecimal(cells.get(column).getText().replaceAll("[^0-9.-]", "")));
            }
        }
        assertThat(shown).isNotEmpty();
        return shown;
    }

    @Test
    void thatFiguresWereTakenIsJournaledOnce() throws Exception {
        for (String path : List.of(
                "/dashboard/figures?format=csv&from=2020&to=2021",
                "/dashboard/figures?format=xlsx",
                "/dashboard/portfolio-file?format=csv&standingOn=2021-12-31")) {
            walker.as("manager");
            int before = taken().size();
            walker.get("manager", path);
            List<JsonNode> after = taken();
            assertThat(after).as(path).hasSize(before + 1);
            assertThat(after.get(0).get("fields").toString())
                    .as(path)
                    .contains(path.contains("portfolio") ? "portfolio" : "donors");
        }
    }

    @Test
    void nothingIsTakenWithAQuestionForTheHead() throws Exception {
        for (String path : List.of("/dashboard/figures?format=csv", "/dashboard/portfolio-file?format=csv")) {
            walker.as("manager");
            int before = taken().size();
            HttpResponse<byte[]> answer = walker.ask("manager", "HEAD", path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Disposition"))
                    .as(path)
                    .isPresent();
            assertThat(taken()).as(path).hasSize(before);
        }
    }

    @Test
    void aQuestionForTheHeadOfHistoryJournalsAndMakesNothing() throws Exception {
        List<String> pages = List.of(
                "/history/download?agreement=SAMPLE-1&format=csv",
                "/history/download?agreement=SAMPLE-1&format=dossier",
                "/history/report-file?name=exports&format=csv",
                "/history/search-file?actor=officer&format=xlsx");
        List<String> rest = List.of(
                "/api/v1/history/export?agreement=SAMPLE-1",
                "/api/v1/history/dossier?agreement=SAMPLE-1",
                "/api/v1/history/reports/exports?format=CSV",
                "/api/v1/history/search?actor=officer&format=CSV");
        walker.as("auditor");
        int before = byAuditor();
        for (String path : pages) {
            HttpResponse<byte[]> answer = walker.ask("auditor", "HEAD", path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body()).as(path).isEmpty();
        }
        for (String path : rest) {
            assertThat(auditor.send("HEAD", path, null).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(walker.ask("auditor", "HEAD", "/history/download?agreement=none")
                        .statusCode())
                .isEqualTo(404);
        assertThat(byAuditor()).isEqualTo(before);
        for (String path : pages) {
            OpenedFile.assertOpens(walker.get("auditor", path), path);
        }
        assertThat(byAuditor()).as("two begin and end, two are taken").isEqualTo(before + 6);
    }

    private int byAuditor() throws IOException, InterruptedException {
        return auditor.all("/api/v1/history?actor=auditor").size();
    }

    @Test
    void thatADocumentWasTakenIsJournaledOnceInHoweverManyParts() throws Exception {
        String text = "Taken in parts";
        String path = walker.attached(text);
        assertThat(walker.ask("manager", "HEAD", path).statusCode()).isEqualTo(200);
        int before = documents();
        HttpResponse<byte[]> first = walker.ask("manager", "GET", path, "Range", "bytes=0-4");
        assertThat(first.statusCode()).isEqualTo(206);
        assertThat(new String(first.body(), StandardCharsets.UTF_8)).isEqualTo("Taken");
        assertThat(first.headers().firstValue("Content-Range")).contains("bytes 0-4/" + text.length());
        assertThat(documents()).isEqualTo(before + 1);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<byte[]> rest = walker.ask("manager", "GET", path, "Range", "bytes=5-", "If-Range", tag);
        assertThat(rest.statusCode()).isEqualTo(206);
        assertThat(new String(rest.body(), StandardCharsets.UTF_8)).isEqualTo(" in parts");
        assertThat(walker.ask("manager", "GET", path, "Range", "bytes=99-").statusCode())
                .isEqualTo(416);
        assertThat(documents()).as("joined").isEqualTo(before + 1);
        HttpResponse<byte[]> whole = walker.get("manager", path);
        assertThat(new String(whole.body(), StandardCharsets.UTF_8)).isEqualTo(text);
        assertThat(documents()).isEqualTo(before + 2);
        assertThat(walker.ask("auditor", "GET", path, "Range", "bytes=5-").statusCode())
                .as("another's, who took no beginning")
                .isEqualTo(206);
        assertThat(auditor.all("/api/v1/history?actor=auditor&action=DocumentRegister.take"))
                .isNotEmpty();
        String file = "/api/v1/documents/" + path.replaceAll("\\D", "") + "/file";
        Client manager = walker.rest("manager");
        assertThat(manager.get(file, "Range", "bytes=0-4").body()).isEqualTo("Taken");
        assertThat(documents()).isEqualTo(before + 3);
        assertThat(manager.get(file, "Range", "bytes=5-").body()).isEqualTo(" in parts");
        assertThat(documents()).as("joined over REST").isEqualTo(before + 3);
    }

    private int documents() throws IOException, InterruptedException {
        return auditor.all("/api/v1/history?actor=manager&action=DocumentRegister.take")
                .size();
    }

    private List<JsonNode> taken() throws IOException, InterruptedException {
        return auditor.all("/api/v1/history?actor=manager&action=ReportRegister.takeFigures");
    }
}
