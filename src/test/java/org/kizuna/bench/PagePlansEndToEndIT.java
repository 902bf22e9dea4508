package org.kizuna.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.kizuna.endtoend.Launched;
import org.kizuna.launch.BenchDatabase;

/**
 * What the main pages ask the database, over an organisation with a journal of a hundred thousand changes: few
 * questions, and none that reads or sorts all there is. That the organisation is what its journal says is looked at by
 * the register itself. On MySQL where the environment names a server.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagePlansEndToEndIT {

    private static final int MOST = 12;
    private static final int TRIES = 3;

    /** Pages by who reads them. */
    private static final Map<String, List<String>> PAGES = Map.of(
            "officer",
            List.of(
                    "/",
                    "/partner/list",
                    "/partner/list?sector=ACADEMIA&country=JP",
                    "/partner/list?sort=-reference",
                    "/partner/list?q=textile",
                    "/partner/view?ref=P-000007",
                    "/partner/edit?ref=P-000007",
                    "/agreement/list",
                    "/agreement/list?status=IN_FORCE&ends=2026-01-01",
                    "/agreement/view?ref=A-000007",
                    "/agreement/edit?ref=A-000007",
                    "/contribution/list",
                    "/contribution/view?ref=C-000007",
                    "/event/list",
                    "/event/view?ref=EV-000007",
                    "/search?q=diallo",
                    "/history/record?kind=Partner&ref=P-000007"),
            "treasurer",
            List.of(
                    "/",
                    "/contribution/entries",
                    "/contribution/entries?unconfirmed=yes",
                    "/contribution/entries?from=2018-06-01&to=2018-06-30"),
            "manager",
            List.of(
                    "/dashboard/donors?from=2021&to=2025",
                    "/dashboard/donors?from=2021&to=2025&donor=P-000003",
                    "/contribution/entries?measure=RECEIVED&from=2015-01-01&to=2015-12-31",
                    "/contribution/entries?measure=RECEIVED&from=2015-01-01&to=2015-12-31&donor=P-000003"),
            "auditor",
            List.of(
                    "/history/journal",
                    "/history/journal?actor=approver",
                    "/history/record?kind=Agreement&ref=A-000007"));

    /** What is known to read much, with the reason; the benchmark says what it costs. */
    private static final Map<String, Pattern> KNOWN = Map.of(
            "the dashboard sums the entries of its years",
            Pattern.compile("sum\\(.* where le1_0\\.value_year between"));

    private BenchDatabase database;
    private Connection owner;
    private Questions questions;
    private Launched launched;
    private final Map<String, List<String>> asked = new LinkedHashMap<>();

    @SuppressWarnings("NullAway.Init")
    PagePlansEndToEndIT() {}

    @BeforeAll
    void askEveryPage(@TempDir Path folder) throws Exception {
        database = BenchDatabase.watched(folder.resolve("db"));
        Fill.into(database, folder.resolve("server/seal.key"), Size.S);
        owner = database.connect();
        questions = new Questions(owner);
        launched = Launched.ready(folder.resolve("server"), database.environment());
        Sums.await(new Floor(owner));
        for (Map.Entry<String, List<String>> pages : PAGES.entrySet()) {
            Visitor visitor = Visitor.signedIn(launched.address(), pages.getKey());
            for (String page : pages.getValue()) {
                // the first time a page may ask for what is remembered from then on
                visitor.get(page);
                asked.put(pages.getKey() + " at " + page, fewest(visitor, page));
            }
        }
    }

    /** Something the server does by itself may come in between, but not each time. */
    private List<String> fewest(Visitor visitor, String page) throws Exception {
        List<String> fewest = questions.during(() -> visitor.get(page));
        for (int tried = 1; tried < TRIES; tried++) {
            List<String> again = questions.during(() -> visitor.get(page));
            fewest = again.size() < fewest.size() ? again : fewest;
        }
        return fewest;
    }

    @AfterAll
    void close() throws Exception {
        launched.close();
        questions.close();
        owner.close();
        database.close();
    }

    @Test
    void noMainPageAsksMoreThanTwelveQuestions() {
        Map<String, List<String>> tooMany = new LinkedHashMap<>();
        asked.forEach((page, sql) -> {
            if (sql.size() > MOST) {
                tooMany.put(page, sql);
            }
        });
        assertThat(asked.values()).as("every page asks something").noneMatch(List::isEmpty);
        assertThat(tooMany)
                .as("questions of a page, of which there may be " + MOST)
                .isEmpty();
    }

    @Test
    void noMainPageReadsOrSortsAllThereIs() throws Exception {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, List<String>> page : asked.entrySet()) {
            for (String sql : page.getValue()) {
                if (sql.toLowerCase(Locale.ROOT).startsWith("select")
                        && KNOWN.values().stream()
                                .noneMatch(known -> known.matcher(sql).find())) {
                    Plan plan = Plan.of(owner, sql);
                    plan.unbounded()
                            .forEach(what -> found.add(page.getKey() + " " + what + ": " + sql + "\n  " + plan));
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void theOrganisationIsWhatItsJournalSays() throws Exception {
        JsonNode audit = OwnAudit.of(Visitor.signedIn(launched.address(), "auditor"));
        assertThat(audit.get("running").asBoolean()).isFalse();
        assertThat(audit.path("failure").asText("null")).isEqualTo("null");
        assertThat(audit.get("changeSets").asLong()).isPositive();
        assertThat(audit.get("findings")).as("findings").isEmpty();
    }
}
