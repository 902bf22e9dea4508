package org.kizuna.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kizuna.agreement.AgreementStatus;
import org.kizuna.event.EventStatus;
import org.kizuna.partner.PartnerStatus;
import org.kizuna.shared.Words;
import org.kizuna.testing.PageSteps;
import org.openqa.selenium.By;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.support.ui.ExpectedConditions;

/**
 * Every step of every kind of record, in every state, is taken on its page by everybody to whom the page offers it. The
 * last test holds what was taken against what the pages declare: a step that nobody took fails it.
 */
@Tag("browser")
@ExtendWith(Samples.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("long")
class StepsEndToEndIT {

    private static final By SAVE = By.cssSelector(".save .go");

    private final Walker walker;
    private final Browser browser;
    private final Client officer;
    private final String mark = Long.toString(System.nanoTime(), 36);
    private final String donor;
    private int made;

    StepsEndToEndIT(Launched kizuna) throws Exception {
        walker = new Walker(kizuna);
        browser = walker.browser();
        officer = Client.of(kizuna, "officer");
        donor = partner();
    }

    @AfterAll
    void end() {
        walker.close();
    }

    private String made(String kind, String body) throws IOException, InterruptedException {
        made++;
        JsonNode record = Client.read(officer.send(
                "POST",
                "/api/v1/" + kind,
                body.replace("MARK", mark + " " + made).replace("'", "\"")));
        assertThat(record.get("reference")).as(record.toString()).isNotNull();
        return record.get("reference").asText();
    }

    private String partner() throws IOException, InterruptedException {
        return made("partners", "{'legalName': 'Walked MARK', 'sector': 'ACADEMIA', 'country': 'FR'}");
    }

    private String agreement() throws IOException, InterruptedException {
        return made(
                "agreements",
                "{'type': 'CONTRIBUTION_AGREEMENT', 'title': 'Walked MARK', 'currency': 'USD', 'ceiling': '100000',"
                        + " 'startsOn': '2024-01-01', 'parties': [{'partner': '" + donor + "', 'role': 'DONOR'},"
                        + " {'partner': '" + partner() + "', 'role': 'IMPLEMENTING'}]}");
    }

    private String event() throws IOException, InterruptedException {
        return made(
                "events",
                "{'title': 'Walked MARK', 'kind': 'WEBINAR', 'start': '2024-01-01', 'timeZone': 'Europe/Vienna',"
                        + " 'outcome': 'It was held', 'attendance': [{'quality': 'EXACT', 'figure': 5,"
                        + " 'kind': 'UNIQUE', 'source': 'List of those present'}]}");
    }

    @Test
    @Order(1)
    void everyStepOfAPartner() throws Exception {
        Life life = new Life(walker, "partners", "/partner/view?ref=", "partnerView", this::partner);
        assertThat(life.walk()).containsAll(names(PartnerStatus.values()));
    }

    @Test
    @Order(1)
    void everyStepOfAnAgreement() throws Exception {
        Life life = new Life(walker, "agreements", "/agreement/view?ref=", "agreementView", this::agreement);
        assertThat(life.walk()).containsAll(names(AgreementStatus.values()));
    }

    @Test
    @Order(1)
    void everyStepOfAnEvent() throws Exception {
        Life life = new Life(walker, "events", "/event/view?ref=", "eventView", this::event);
        assertThat(life.walk()).containsAll(names(EventStatus.values()));
    }

    private static List<String> names(Enum<?>[] states) {
        return Stream.of(states).map(Enum::name).toList();
    }

    /** Each kind of entry, then what can be done with it. */
    @Test
    @Order(1)
    void everyStepOfAContributionAndItsEntries() throws Exception {
        String agreement = agreement();
        for (String action : List.of("sendForReview", "clear", "sendForSignature", "sign", "bringIntoForce")) {
            String by = action.equals("clear") ? "approver" : "officer";
            walker.take(by, "/agreement/view?ref=" + agreement, "agreementView", "AgreementRegister." + action);
        }
        walker.as("officer").open("/contribution/edit").fill("purpose", "Walked " + mark);
        browser.pick("donor", donor).pick("agreement", agreement);
        browser.choose("instrument", "PROJECT_SPECIFIC").choose("currency", "USD");
        walker.press(SAVE);
        walker.told("ContributionRegister.open", "a new contribution");
        walker.done("officer", "contributionEditView.save", "ContributionRegister.open");
        String contribution = browser.reference();
        for (String account : Walker.PEOPLE) {
            for (String kind : kinds(account, contribution)) {
                if (!kind.equals("REFUND")) {
                    post(account, contribution, kind);
                }
            }
        }
        String receipt = entries(contribution, "RECEIPT").get(0);
        walker.take("treasurer", "/contribution/entry?ref=" + receipt, "entryView", "ContributionRegister.confirm");
        for (String account : Walker.PEOPLE) {
            if (kinds(account, contribution).contains("REFUND")) {
                post(account, contribution, "REFUND");
            }
        }
        // what rests on another entry is taken back before it
        for (String kind : List.of(
                "REFUND",
                "WRITE_OFF",
                "ADJUSTMENT",
                "RECEIPT",
                "IN_KIND",
                "COMMITMENT",
                "PLEDGE_WITHDRAWN",
                "PLEDGE")) {
            for (String entry : entries(contribution, kind)) {
                stepsOf(entry);
            }
        }
    }

    private List<String> entries(String contribution, String kind) throws IOException, InterruptedException {
        List<String> entries = new ArrayList<>();
        for (JsonNode entry : officer.all("/api/v1/contributions/entries?donor=" + donor + "&kind=" + kind)) {
            if (entry.get("contribution").asText().equals(contribution)) {
                entries.add(entry.get("reference").asText());
            }
        }
        return entries;
    }

    private List<String> kinds(String account, String contribution) {
        walker.as(account).open("/contribution/view?ref=" + contribution);
        return browser.all("[id='form:kind'] option").stream()
                .map(option -> String.valueOf(option.getDomProperty("value")))
                .filter(kind -> !kind.isEmpty())
                .toList();
    }

    private void post(String account, String contribution, String kind) throws Exception {
        walker.as(account).open("/contribution/view?ref=" + contribution);
        boolean many = kind.equals("PLEDGE") || kind.equals("COMMITMENT");
        browser.choose("kind", kind).fill("amount", many ? "500.00" : "20.00").fill("valueDate", Walker.DAY);
        browser.fill("source", "Letter").fill("reason", "Walked");
        walker.press(By.id("form:post"));
        walker.told("ContributionRegister.post." + kind, kind + " as " + account);
        boolean givenUp = kind.equals("REFUND") || kind.equals("WRITE_OFF");
        walker.done(account, "contributionView.post", "ContributionRegister." + (givenUp ? "giveUp" : "post"));
    }

    private void stepsOf(String entry) throws Exception {
        String page = "/contribution/entry?ref=" + entry;
        boolean further = true;
        Set<String> taken = new TreeSet<>();
        while (further) {
            further = false;
            for (String account : Walker.PEOPLE) {
                for (String action : walker.offers(account, page)) {
                    // what confirms comes before what takes back; nothing follows on that
                    if (!further && taken.add(action)) {
                        walker.take(account, page, "entryView", action);
                        further = true;
                        if (action.equals("ReversalRegister.decline")) {
                            // asked again, it may be confirmed
                            taken.remove("ReversalRegister.ask");
                        }
                    }
                }
            }
        }
    }

    @Test
    @Order(1)
    void everyStepOfAnImport(@TempDir Path folder) throws Exception {
        discard(bring(folder, "11"));
        String page = "/exchange/view?ref=" + bring(folder, "12");
        browser.open(page);
        walker.press(By.id("form:enter"));
        walker.told("ImportRegister.enter", "an import");
        walker.done("officer", "importView.enter", "ImportRegister.enter");
        walker.take("treasurer", page, "importView", "ContributionRegister.confirmBatch");
        walker.take("approver", page, "importView", "ContributionRegister.enterStatedRefunds");
        String asked = "ReversalRegister.ofBatch";
        walker.take("officer", page, "importView", "ImportRegister.takeBack", asked);
        walker.take("officer", page, "importView", "ReversalRegister.declineOfBatch");
        walker.take("officer", page, "importView", "ImportRegister.takeBack", asked);
        walker.take("treasurer", page, "importView", "ImportRegister.agreeOnReceipts");
        walker.take("approver", page, "importView", "ImportRegister.agreeOnRefunds", "ImportRegister.takeBack");
    }

    @Test
    @Order(1)
    void aFileOfAnotherLayoutIsMatchedAskedAboutAndItsBadRowsLeftOut(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("matched.csv"),
                "government_donor,rev_type,calendar_year,amount\r\nMatched " + mark
                        + ",Assessed Contributions,2021,\"1,230\"\r\n" + "Matched " + mark
                        + ",No such type,2021,7\r\n");
        walker.as("officer").open("/exchange/upload").file("file", file).fill("source", "Walked");
        walker.press(By.id("form:bring"));
        String batch = browser.reference();
        browser.open("/exchange/match?ref=" + batch).choose("category", "Government");
        walker.press(SAVE);
        walker.done("officer", "matchView.save", "ImportRegister.read");
        browser.open("/exchange/view?ref=" + batch).choose("style", "POINT");
        walker.press(By.id("form:answer"));
        walker.done("officer", "importView.answer", "ImportRegister.read");
        browser.open("/exchange/view?ref=" + batch);
        walker.press(By.id("form:leaveOut"));
        walker.done("officer", "importView.leaveOut", "ImportRegister.leaveOut");
    }

    private String bring(Path folder, String amount) throws Exception {
        Path file = Files.writeString(
                folder.resolve("walked" + amount + ".csv"),
                "calendar_year,donor,category,revenue_type,amount_usd\r\n2021,Brought " + mark + amount
                        + ",Private Sector,Voluntary earmarked," + amount + ".00\r\n2022,Brought " + mark + amount
                        + ",Private Sector,Voluntary earmarked,-1.00\r\n");
        walker.as("officer").open("/exchange/upload").file("file", file).fill("source", "Walked");
        walker.press(By.id("form:bring"));
        walker.told("ImportRegister.bring", "a file");
        walker.done("officer", "uploadView.bring", "ImportRegister.bring");
        return browser.reference();
    }

    private void discard(String batch) throws Exception {
        assertThat(batch).isNotEmpty();
        walker.press(By.id("form:discard"));
        walker.told("ImportRegister.discard", "an import");
        walker.done("officer", "importView.discard", "ImportRegister.discard");
    }

    @Test
    @Order(1)
    void everyFormIsSavedAndSavedOverWhatAnotherSaved() throws Exception {
        walker.as("officer").open("/partner/edit").fill("legalName", "Typed " + mark);
        browser.choose("sector", "ACADEMIA").choose("country", "FR");
        saved("officer", "partnerEditView", "PartnerRegister.register");
        overAnother("/partner/edit?ref=" + browser.reference(), "note", "partnerEditView", "PartnerRegister.change");
        browser.open("/agreement/edit").fill("title", "Typed " + mark).choose("type", "LETTER_OF_INTENT");
        browser.pick("parties:0:partner", donor).choose("parties:0:role", "DONOR");
        browser.pick("parties:1:partner", "Japan").choose("parties:1:role", "HOST");
        saved("officer", "agreementEditView", "AgreementRegister.draft");
        String agreement = browser.reference();
        overAnother("/agreement/edit?ref=" + agreement, "summary", "agreementEditView", "AgreementRegister.change");
        browser.open("/contribution/edit").fill("purpose", "Typed " + mark).pick("donor", donor);
        browser.choose("instrument", "ASSESSED").choose("currency", "USD");
        saved("officer", "contributionEditView", "ContributionRegister.open");
        String contribution = browser.reference();
        overAnother(
                "/contribution/edit?ref=" + contribution,
                "purpose",
                "contributionEditView",
                "ContributionRegister.change");
        browser.open("/event/series-edit").fill("title", "Typed " + mark);
        saved("officer", "seriesEditView", "EventRegister.openSeries");
        overAnother(
                "/event/series-edit?ref=" + browser.reference(),
                "summary",
                "seriesEditView",
                "EventRegister.changeSeries");
        browser.open("/event/edit").fill("title", "Typed " + mark).choose("kind", "WEBINAR");
        browser.fill("startOn", Walker.DAY);
        saved("officer", "eventEditView", "EventRegister.plan");
        overAnother("/event/edit?ref=" + browser.reference(), "summary", "eventEditView", "EventRegister.change");
        attach(agreement);
        tag("/tag/edit?kind=Agreement&ref=" + agreement);
    }

    private void tag(String page) throws Exception {
        browser.open(page).click(By.id("form:addTag"));
        browser.until(ExpectedConditions.presenceOfElementLocated(By.id("form:tags:0:code_input")));
        browser.pick("tags:0:code", "9.2");
        saved("officer", "tagEditView", "TagRegister.change");
        overAnother(page, "tags:0:percentage", "", "100", "tagEditView", "TagRegister.change");
    }

    private void saved(String account, String bean, String action) throws Exception {
        walker.press(SAVE);
        walker.told(action, bean);
        walker.done(account, bean + ".save", action);
    }

    private void attach(String agreement) throws Exception {
        Path file = Files.writeString(Files.createTempFile("walked", ".txt"), "Walked " + mark);
        browser.open("/agreement/view?ref=" + agreement).click(By.cssSelector("a[href^='/document/attach']"));
        browser.until(ExpectedConditions.presenceOfElementLocated(By.id("form:file")));
        browser.file("file", file);
        walker.press(By.id("form:attach"));
        walker.told("DocumentRegister.attach", agreement);
        walker.done("officer", "attachView.attach", "DocumentRegister.attach");
        Files.delete(file);
    }

    /** What another saved meanwhile is shown, and only then saved over. */
    private void overAnother(String page, String field, String bean, String action) throws Exception {
        overAnother(page, field, "First " + mark, "Second " + mark, bean, action);
    }

    private void overAnother(String page, String field, String typed, String meanwhile, String bean, String action)
            throws Exception {
        String account = page.startsWith("/security") ? "admin" : "officer";
        browser.open(page).fill(field, typed);
        String first = browser.driver().getWindowHandle();
        browser.driver().switchTo().newWindow(WindowType.TAB);
        browser.open(page).fill(field, meanwhile);
        saved(account, bean, action);
        browser.driver().close();
        browser.driver().switchTo().window(first);
        browser.click(SAVE);
        By over = By.cssSelector(".notice.warn:not([hidden]) .go");
        browser.until(ExpectedConditions.presenceOfElementLocated(over));
        assertThat(browser.all("#told .notice")).as(page).isEmpty();
        walker.press(over);
        walker.told(action, page);
        walker.done(account, bean + ".saveOver", action);
    }

    @Test
    @Order(1)
    void everyStepOfAnAccountAndOfItsHolder() throws Exception {
        String name = "w" + mark;
        walker.as("admin").open("/security/account").fill("username", name).fill("displayName", "Walker");
        browser.click(By.cssSelector("input[value=MANAGER]")).fill("password", "First-pass-" + mark);
        saved("admin", "accountView", "AccountRegister.open");
        String page = "/security/account?name=" + name;
        overAnother(page, "displayName", "accountView", "AccountRegister.change");
        browser.open(page).fill("password", "Second-pass-" + mark);
        walker.press(By.id("form:reset"));
        walker.told("AccountRegister.setPassword", page);
        walker.done("admin", "accountView.resetPassword", "AccountRegister.setPassword");

        browser.signOut().enter(name, "Second-pass-" + mark);
        browser.until(ExpectedConditions.presenceOfElementLocated(By.id("form:current")));
        browser.fill("current", "Second-pass-" + mark).fill("password", "Third-pass-" + mark);
        walker.mark();
        browser.click(By.id("form:change"));
        browser.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".who")));
        walker.present(name);
        walker.done(name, "profileView.changeFirstPassword", "AccountRegister.changeOwnPassword");
        endSession(name, "Third-pass-" + mark);
        browser.open("/security/profile").choose("theme", "dark");
        walker.press(By.id("form:prefer"));
        walker.told("AccountRegister.prefer", "profile");
        walker.done(name, "profileView.prefer", "AccountRegister.prefer");
        browser.fill("name", "A program")
                .fill("expiresOn", LocalDate.now(ZoneOffset.UTC).plusDays(9).toString());
        walker.press(By.id("form:issue"));
        browser.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".notice .mono")));
        walker.done(name, "profileView.issueToken", "AccountRegister.issueToken");
        walker.press(By.xpath("//a[normalize-space()='" + Words.text(Locale.ENGLISH, "token.revoke") + "']"));
        walker.told("AccountRegister.revokeToken", "profile");
        walker.done(name, "profileView.revokeToken", "AccountRegister.revokeToken");
        browser.fill("current", "Third-pass-" + mark).fill("password", "Fourth-pass-" + mark);
        walker.press(By.id("form:changePassword"));
        walker.told("AccountRegister.changeOwnPassword", "profile");
        walker.done(name, "profileView.changePassword", "AccountRegister.changeOwnPassword");
    }

    /** Somebody who left another machine signed in ends that from here. */
    private void endSession(String name, String password) throws Exception {
        try (Browser elsewhere = walker.another()) {
            elsewhere.signIn(name, password);
            browser.open("/security/profile");
            browser.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".end-session")));
            walker.press(By.cssSelector(".end-session"));
            walker.told("AccountRegister.endSession", "profile");
            walker.done(name, "holder.endSession", "AccountRegister.endSession");
            elsewhere.open("/");
            assertThat(elsewhere.all(".who")).isEmpty();
        }
    }

    @Test
    @Order(1)
    void aChangeOfAnApprovedPartnerIsAcceptedOrRefused() throws Exception {
        String page = "/partner/view?ref=" + partner();
        walker.take("officer", page, "partnerView", "PartnerRegister.beginDueDiligence");
        walker.take("approver", page, "partnerView", "PartnerRegister.approve");
        for (String answer : List.of("refuse", "accept")) {
            walker.as("officer").open(page.replace("view", "edit")).fill("legalName", "Renamed " + answer + " " + mark);
            walker.press(SAVE);
            assertThat(browser.text()).contains("Renamed " + answer + " " + mark);
            walker.take("approver", page, "partnerView", "PartnerChangeRegister." + answer);
        }
        assertThat(browser.text(By.tagName("h1"))).isEqualTo("Renamed accept " + mark);
        overRest("/api/v1/partners/" + page.substring(page.indexOf('=') + 1));
    }

    /** The same as a program does it. */
    private void overRest(String path) throws Exception {
        Client approver = walker.rest("approver");
        long refused = propose(path, "Refused " + mark);
        String refusal = path + "/pending-change/refusal";
        assertThat(approver.send("POST", refusal, "{\"version\": " + refused + "}")
                        .statusCode())
                .as("without a reason")
                .isEqualTo(422);
        String because = "{\"version\": " + refused + ", \"reason\": \"No\"}";
        assertThat(officer.send("POST", refusal, because).statusCode()).isEqualTo(403);
        assertThat(approver.send("POST", refusal, because).statusCode()).isEqualTo(200);
        assertThat(officer.json(path).get("legalName").asText()).isEqualTo("Renamed accept " + mark);
        long accepted = propose(path, "Accepted " + mark);
        String acceptance = path + "/pending-change/acceptance";
        assertThat(approver.send("POST", acceptance, "{\"version\": " + (accepted + 1) + "}")
                        .statusCode())
                .isEqualTo(412);
        assertThat(approver.send("POST", acceptance, "{\"version\": " + accepted + "}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(officer.json(path).get("legalName").asText()).isEqualTo("Accepted " + mark);
    }

    /** @return version of what is proposed */
    private long propose(String path, String name) throws Exception {
        HttpResponse<String> before = officer.get(path);
        ObjectNode partner = (ObjectNode) Client.read(before);
        partner.put("legalName", name);
        HttpResponse<String> proposed = officer.send(
                "PUT",
                path,
                partner.toString(),
                "If-Match",
                before.headers().firstValue("ETag").orElseThrow());
        assertThat(proposed.statusCode()).as(proposed.body()).isEqualTo(200);
        return Client.read(proposed).get("pendingChange").get("version").asLong();
    }

    @Test
    @Order(1)
    void whatAuditorsAndAdministratorsDo() throws Exception {
        walker.as("auditor").open("/history/audit");
        walker.press(By.id("begin:now"));
        walker.told("SelfAuditRegister.begin", "self-audit");
        walker.done("auditor", "selfAuditView.begin", "SelfAuditRegister.begin");
        browser.open("/history/export").pick("partner", donor);
        walker.mark();
        browser.click(By.id("form:export"));
        assertThat(Files.readString(browser.downloaded())).contains(donor);
        walker.done("auditor", "exportView.export", "ExportRegister.end");
        String person = "Erna Walked " + mark;
        made(
                "partners",
                "{'legalName': 'Walked MARK', 'sector': 'ACADEMIA', 'contacts': [{'name': '" + person + "'}]}");
        walker.as("admin").open("/history/persons?q=" + person.replace(" ", "%20"));
        browser.click(By.cssSelector("table input[type=checkbox]")).fill("reason", "She asked for it");
        walker.press(By.id("form:erase"));
        walker.told("PersonRegister.erase", "persons");
        walker.done("admin", "personsView.erase", "PersonRegister.erase");
    }

    @Test
    @Order(1)
    void whatIsToldIsReadAndHowItIsToldIsChosen() throws Exception {
        List<String> told = List.of(agreement(), agreement(), agreement());
        for (String agreement : told) {
            String path = "/api/v1/agreements/" + agreement;
            String tag = officer.get(path).headers().firstValue("ETag").orElseThrow();
            assertThat(officer.send("POST", path + "/steps/send-for-review", "{}", "If-Match", tag)
                            .statusCode())
                    .isEqualTo(200);
        }
        walker.as("approver").open("/notification/notices");
        assertThat(browser.text()).contains(told);
        walker.press(By.linkText(Words.text(Locale.ENGLISH, "notices.read")));
        walker.took("noticesView.read", "notices.read");
        walker.press(By.id("notices:readAll"));
        walker.took("noticesView.readAll", "notices.readAll");
        assertThat(browser.all("[id='notices:readAll']")).isEmpty();
        browser.open("/security/profile");
        walker.press(By.id("choices:choose"));
        walker.took("noticeChoicesView.choose", "notices.choose");
    }

    /** What was told goes when something else is wrong, and a step that another overtook says so. */
    @Test
    @Order(1)
    void nothingIsToldBesideAnErrorAndNoStepIsPassedOver() throws Exception {
        String page = "/partner/view?ref=" + partner();
        walker.take("officer", page, "partnerView", "PartnerRegister.beginDueDiligence");
        browser.click(By.xpath("//summary[.='" + Words.text(Locale.ENGLISH, "partner.retire") + "']"));
        browser.click(By.cssSelector("[data-step='PartnerRegister.retire']"));
        browser.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".notice.bad")));
        assertThat(browser.all("#told .notice")).isEmpty();
        assertThat(browser.problemAt("retire:reason")).isNotEmpty();
        assertThat(browser.driver().findElement(By.id("form:retire:reason")).isDisplayed())
                .as("what is asked stays unfolded")
                .isTrue();
        String first = browser.driver().getWindowHandle();
        browser.driver().switchTo().newWindow(WindowType.TAB);
        walker.take("officer", page, "partnerView", "PartnerRegister.reopen");
        browser.driver().close();
        browser.driver().switchTo().window(first);
        browser.fill("retire:reason", "No longer").click(By.cssSelector("[data-step='PartnerRegister.retire']"));
        browser.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".notice.warn:not([hidden])")));
        assertThat(browser.text(By.cssSelector(".notice.warn:not([hidden])")))
                .contains(Words.text(Locale.ENGLISH, "conflict.title"));
    }

    @Test
    @Order(2)
    void noStepIsLeftThatNobodyTook() {
        PageSteps pages = PageSteps.of(Path.of(System.getProperty("kizuna.home")));
        Set<String> left = new TreeSet<>(pages.steps().keySet());
        left.removeAll(walker.steps());
        Set<String> undone = new TreeSet<>(pages.actions());
        undone.removeAll(walker.actions());
        List<String> all = new ArrayList<>(left);
        all.addAll(undone);
        assertThat(all)
                .as("declared by a page, and taken by nobody in this class")
                .isEmpty();
    }
}
