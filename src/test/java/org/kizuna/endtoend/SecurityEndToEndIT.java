package org.kizuna.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

/** What nobody does alone, and how somebody keeps an account to themselves. */
@Tag("browser")
@ExtendWith(Samples.class)
@Tag("long")
class SecurityEndToEndIT {

    private static final String FIRST = "four herons on a gravel bank";
    private static final String OWN = "seven plum trees by the harbour";

    private final Launched kizuna;
    private final String mark = Long.toString(System.nanoTime(), 36);

    SecurityEndToEndIT(Launched kizuna) {
        this.kizuna = kizuna;
    }

    @Test
    void anApproverAcceptsAPartnersNewNameAndLiftsABlock() throws Exception {
        String name = "Hirosaki Instruments " + mark;
        String later = "Hirosaki Optics " + mark;
        try (Browser browser = new Browser(kizuna)) {
            browser.signIn("officer").open("/partner/edit").fill("legalName", name);
            browser.choose("sector", "PRIVATE_SECTOR").choose("country", "JP").save();
            String page = "/partner/view?ref=" + browser.reference();
            step(browser, page, "Begin due diligence", "Under due diligence");
            browser.signIn("approver");
            step(browser, page, "Approve", "Approved");
            browser.signIn("officer").open("/partner/edit?ref=" + browser.reference(page));
            browser.fill("legalName", later).save();
            assertThat(browser.text()).contains("A change waits for an approver", name, later, "Approved");
            assertThat(browser.title()).startsWith(name);
            browser.signIn("approver").open("/");
            assertThat(browser.text()).contains("changes of approved partners");
            step(browser, page, "Accept the change", "The change is accepted");
            assertThat(browser.title()).startsWith(later);
            assertThat(browser.text()).doesNotContain("A change waits for an approver");
            explained(browser, page, "block", "Block", "Blocked");
            explained(browser, page, "liftBlock", "Lift the block", "Under due diligence");
        }
    }

    @Test
    void aFirstPasswordIsChangedAndASessionIsEndedFromAnother() throws Exception {
        String user = "sakura" + mark;
        try (Browser one = new Browser(kizuna);
                Browser other = new Browser(kizuna)) {
            one.signIn("admin").open("/security/account").fill("username", user).fill("displayName", "Sakura");
            one.click(By.id("form:roles:3")).fill("password", FIRST).click(By.id("form:save"));
            one.awaitText("Sakura");
            one.signOut().enter(user, FIRST);
            one.awaitText("somebody else knows the password");
            one.open("/partner/list");
            assertThat(one.address()).endsWith("/security/password");
            one.fill("current", FIRST).fill("password", "password1234").click(By.id("form:change"));
            one.awaitText("easy to guess");
            one.fill("current", FIRST).fill("password", OWN).click(By.id("form:change"));
            one.awaitText("Due");
            other.open("/signin").enter(user, OWN);
            other.awaitText("Due");
            one.open("/security/profile").click(By.cssSelector(".end-session"));
            one.awaitText("The session has ended.");
            other.open("/partner/list");
            assertThat(other.address()).contains("/signin");
            one.open("/partner/list");
            assertThat(one.address()).endsWith("/partner/list");
        }
    }

    private static void step(Browser browser, String page, String label, String then) {
        browser.open(page).click(By.xpath("//button[normalize-space()='" + label + "']"));
        browser.awaitText(then);
    }

    private static void explained(Browser browser, String page, String step, String label, String then) {
        browser.open(page).click(By.xpath("//summary[normalize-space()='" + label + "']"));
        browser.fill(step + ":reason", "on a list").click(By.id("form:" + step + ":take"));
        browser.awaitText(then);
    }
}
