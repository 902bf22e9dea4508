package org.kizuna.history.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kizuna.agreement.AgreementQueries;
import org.kizuna.agreement.AgreementRegister;
import org.kizuna.contribution.ContributionRegister;
import org.kizuna.document.DocumentRegister;
import org.kizuna.history.ExportRegister;
import org.kizuna.history.HistoryScope;
import org.kizuna.history.JournalEntry;
import org.kizuna.ledger.EntryKind;
import org.kizuna.ledger.LedgerRegister;
import org.kizuna.lifecycle.StepData;
import org.kizuna.partner.ApproverIsAuthor;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.partner.PartnerRegister;
import org.kizuna.samples.Some;
import org.kizuna.security.AccountData;
import org.kizuna.security.AccountRegister;
import org.kizuna.security.Roles;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Reference;
import org.kizuna.shared.table.Table;
import org.kizuna.testing.As;
import org.kizuna.testing.Journal;
import org.kizuna.testing.Owner;
import org.kizuna.testing.Signing;

@ArquillianTest
class AuditReportsContainerIT {

    private final LocalDate thisDay = LocalDate.now(ZoneOffset.UTC);
    private static final Set<String> BOTH = Set.of(Roles.OFFICER, Roles.APPROVER);

    @Inject
    private AuditReports reports;

    @Inject
    @Any
    private Instance<AuditReport> each;

    @Inject
    private PartnerRegister partners;

    @Inject
    private PartnerQueries partnerQueries;

    @Inject
    private AgreementRegister agreements;

    @Inject
    private AgreementQueries agreementQueries;

    @Inject
    private ContributionRegister contributions;

    @Inject
    private LedgerRegister ledger;

    @Inject
    private DocumentRegister documents;

    @Inject
    private AccountRegister accounts;

    @Inject
    private ExportRegister exports;

    @Resource
    private UserTransaction transaction;

    @BeforeEach
    void rolesMayMeetOnOneAccount() {
        System.setProperty("kizuna.small-office", "true");
    }

    @AfterEach
    void rolesMayNoLongerMeet() {
        System.clearProperty("kizuna.small-office");
    }

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Test
    void whoTriedToApproveTheirOwnIsFound() throws Exception {
        String name = Some.reference("both");
        Reference partner = As.somebody(name, BOTH, () -> {
            Reference registered = partners.register(Some.company());
            partners.beginDueDiligence(registered, 0, StepData.NONE);
            return registered;
        });
        assertThat(findings("refused-attempts", "actor", name)).isEmpty();
        long version = version(partner);
        assertThatThrownBy(() -> As.somebody(name, BOTH, () -> {
                    partners.approve(partner, version, StepData.NONE);
                    return true;
                }))
                .isInstanceOf(ApproverIsAuthor.class);
        assertThat(findings("refused-attempts", "actor", name)).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("attempted", "PartnerRegister.approve")
                .containsEntry("record", partner.value())
                .containsEntry("refusal", "ApproverIsAuthor")
                .containsEntry("role", "APPROVER"));
    }

    @Test
    void rolesThatMustNotMeetAreFoundWithTheRecordTheyMetOn() throws Exception {
        String name = Some.reference("conflicted");
        String harmless = Some.reference("harmless");
        open(name, Set.of(Roles.OFFICER, Roles.APPROVER));
        open(harmless, Set.of(Roles.APPROVER, Roles.MANAGER));
        assertThat(findings("conflicting-roles", "account", harmless)).isEmpty();
        assertThat(findings("conflicting-roles", "account", name))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("roles", "OFFICER APPROVER")
                        .containsEntry("record", null));
        Reference partner = As.officer(() -> partners.register(Some.company()));
        As.somebody(name, Set.of(Roles.OFFICER), () -> {
            partners.beginDueDiligence(partner, 0, StepData.NONE);
            return true;
        });
        long version = version(partner);
        As.somebody(name, Set.of(Roles.APPROVER), () -> {
            partners.approve(partner, version, StepData.NONE);
            return true;
        });
        assertThat(findings("conflicting-roles", "account", name))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("recordKind", "Partner")
                        .containsEntry("record", partner.value())
                        .doesNotContainEntry("firstRoleUsedAt", null)
                        .doesNotContainEntry("secondRoleUsedAt", null));
        assertThat(findings(
                        "conflicting-roles",
                        new AuditQuestion(null, thisDay.minusDays(2), 30, Closing.YEAR),
                        "account",
                        name))
                .as("on a day before the account was opened")
                .isEmpty();
    }

    @Test
    void aRoleThatWasGivenUsedAndTakenAwayTheSameDayIsFoundWithTheRecord() throws Exception {
        String name = Some.reference("briefly");
        open(name, Set.of(Roles.OFFICER));
        Reference partner = As.officer(() -> partners.register(Some.company()));
        As.somebody(name, Set.of(Roles.OFFICER), () -> {
            partners.beginDueDiligence(partner, 0, StepData.NONE);
            return true;
        });
        give(name, 0, Roles.APPROVER);
        As.somebody(name, Set.of(Roles.APPROVER), () -> {
            partners.approve(partner, 1, StepData.NONE);
            return true;
        });
        give(name, 1, Roles.OFFICER);
        assertThat(findings("conflicting-roles", "account", name))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("roles", "OFFICER APPROVER")
                        .containsEntry("record", partner.value()));
        String held = Some.reference("held");
        open(held, Set.of(Roles.OFFICER));
        give(held, 0, Roles.OFFICER, Roles.TREASURER);
        give(held, 1, Roles.OFFICER);
        assertThat(findings("conflicting-roles", "account", held))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("roles", "OFFICER TREASURER")
                        .doesNotContainEntry("heldUntil", null));
    }

    private void give(String name, long version, String... roles) throws Exception {
        As.administrator(() -> {
            accounts.change(name, version, new AccountData(name, name, null, Set.of(roles), true));
            return true;
        });
    }

    @Test
    void anEntryIsLateWhenItsYearHasLongBeenClosed() throws Exception {
        Reference contribution = contribution();
        String late = post(contribution, LocalDate.of(2021, 6, 29));
        String punctual = post(contribution, thisDay);
        assertThat(findings("late-entries", "record", punctual)).isEmpty();
        assertThat(findings("late-entries", "record", late)).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("valueDate", "2021-06-29")
                .containsEntry("closedOn", "2021-12-31")
                .containsEntry("amount", "10")
                .containsEntry("currency", "USD")
                .containsEntry("contribution", contribution.value())
                .containsEntry(
                        "daysLate",
                        Long.toString(thisDay.toEpochDay()
                                - LocalDate.of(2021, 12, 31).toEpochDay())));
        assertThat(findings("late-entries", new AuditQuestion(null, null, 30, Closing.QUARTER), "record", late))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("closedOn", "2021-06-30"));
        assertThat(findings("late-entries", new AuditQuestion(null, null, 100_000, Closing.MONTH), "record", late))
                .isEmpty();
    }

    @Test
    void whatTakesSomethingBackIsFound() throws Exception {
        Reference contribution = contribution();
        String entry = post(contribution, thisDay);
        assertThat(findings("reversals", "contribution", contribution.value())).isEmpty();
        String reversal = As.officer(() -> ledger.reverse(new Reference(entry), "Mistyped", null))
                .value();
        assertThat(findings("reversals", "contribution", contribution.value()))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("record", reversal)
                        .containsEntry("reverses", entry)
                        .containsEntry("entryKind", "REVERSAL")
                        .containsEntry("reason", "Mistyped"));
    }

    @Test
    void whatChangesAfterTheSignatureIsFound() throws Exception {
        Reference donor = As.officer(() -> partners.register(Some.ministry()));
        Reference other = As.officer(() -> partners.register(Some.company()));
        Reference signed = Signing.signed(agreements, agreementQueries, Some.memorandum(donor, other));
        assertThat(findings("changes-after-signature", "record", signed.value()))
                .isEmpty();
        As.officer(() -> {
            agreements.bringIntoForce(
                    signed, agreementQueries.find(signed.value()).orElseThrow().version(), StepData.on(Some.DAY));
            return true;
        });
        assertThat(findings("changes-after-signature", "record", signed.value()))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("action", "AgreementRegister.bringIntoForce")
                        .containsEntry("touches", "course")
                        .hasEntrySatisfying(
                                "fields", fields -> assertThat(fields).contains("status: SIGNED → IN_FORCE")));
    }

    @Test
    void termsThatChangeAfterTheSignatureAreToldFromItsCourse() throws Exception {
        Reference donor = As.officer(() -> partners.register(Some.ministry()));
        Reference other = As.officer(() -> partners.register(Some.company()));
        Reference signed = Signing.signed(agreements, agreementQueries, Some.memorandum(donor, other));
        long id = idOf("agreement", signed);
        // no page and no register does it: somebody who has the application's account does
        assertThat(whilePlanted(
                        "changes-after-signature",
                        new Planted("Agreement", id, "UPDATE", "{\"title\":\"Old\"}", "{\"title\":\"New\"}")))
                .singleElement()
                .satisfies(row ->
                        assertThat(row).containsEntry("touches", "terms").containsEntry("fields", "title: Old → New"));
        assertThat(whilePlanted(
                        "changes-after-signature",
                        new Planted("Agreement", id, "UPDATE", "{\"status\":\"SIGNED\"}", "{\"status\":")))
                .as("it can't be read, and so it is shown as it stands there")
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("touches", "terms")
                        .containsEntry("fields", "notReadable: {\"status\":\"SIGNED\"} → {\"status\":"));
    }

    @Test
    void anEntryThatCannotBeReadIsInEveryReportItMayBelongTo() throws Exception {
        Planted broken = new Planted("LedgerEntry", Long.MAX_VALUE, "INSERT", null, "{\"kind\":\"PLEDGE\",");
        for (String report : List.of("reversals", "late-entries")) {
            assertThat(whilePlanted(report, broken)).as(report).singleElement().satisfies(row -> assertThat(row)
                    .containsEntry("amount", JournalEntry.UNREADABLE)
                    .containsEntry("entryKind", JournalEntry.UNREADABLE)
                    .containsEntry("valueDate", JournalEntry.UNREADABLE));
        }
    }

    @Test
    void anAccountWhoseChangeCannotBeReadEndsNoReport() throws Exception {
        Planted broken = new Planted("Account", 1, "UPDATE", "{}", "{{");
        assertThat(whilePlanted("access-changes", broken)).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("fields", "notReadable: {} → {{"));
        assertThat(whilePlanted("conflicting-roles", broken)).isEmpty();
        Planted document = new Planted("Document", Long.MAX_VALUE - 1, "INSERT", null, "{");
        assertThat(whilePlanted("documents-altered", document)).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("finding", "missing"));
    }

    @Test
    void givingAndTakingAccessIsFoundAndTasteIsNot() throws Exception {
        String name = Some.reference("newcomer");
        open(name, Set.of(Roles.OFFICER));
        As.administrator(() -> {
            accounts.change(name, 0, new AccountData(name, name, null, Set.of(Roles.OFFICER, Roles.APPROVER), true));
            return true;
        });
        As.somebody(name, Set.of(Roles.OFFICER), () -> {
            accounts.prefer("ja", null, "dark");
            return true;
        });
        assertThat(findings("access-changes", "record", name))
                .extracting(row -> row.get("action"))
                .containsExactly("AccountRegister.change", "AccountRegister.open");
        assertThat(findings("access-changes", "record", name).get(0).get("fields"))
                .contains("roles: [\"OFFICER\"] → [\"APPROVER\",\"OFFICER\"]")
                .doesNotContain("theme");
    }

    @Test
    void takingHistoryAwayIsFound() throws Exception {
        String name = Some.reference("visitor");
        assertThat(findings("exports", "actor", name)).isEmpty();
        As.somebody(name, Set.of(Roles.AUDITOR), () -> exports.begin(HistoryScope.EVERYTHING, "CSV"));
        AuditReport report = report("late-entries");
        As.somebody(name, Set.of(Roles.AUDITOR), () -> {
            reports.begin(report, AuditQuestion.OF_EVERYTHING, Table.Format.XLSX);
            return true;
        });
        assertThat(findings("exports", "actor", name))
                .extracting(row -> row.get("action") + " " + row.get("fields"))
                .satisfiesExactly(
                        taken -> assertThat(taken).isEqualTo("ReportRegister.take format: XLSX\nreport: late-entries"),
                        taken -> assertThat(taken).startsWith("ExportRegister.begin format: CSV"));
    }

    @Test
    void aDocumentThatIsNoLongerWhatItWasIsFound() throws Exception {
        Reference partner = As.officer(() -> partners.register(Some.company()));
        String title = Some.name("Terms");
        RecordRef record = new RecordRef(
                "Partner",
                As.manager(
                        () -> partnerQueries.find(partner.value()).orElseThrow().id()));
        long id = As.officer(() -> documents.attach(record, title, Some.file("terms.txt", "As agreed.")));
        assertThat(findings("documents-altered", "record", title)).isEmpty();
        assertThat(whileWritten(
                        "INSERT INTO document_chunk (id, document_id, chunk_no, bytes) VALUES (-" + id + ", " + id
                                + ", 1, 'And more.')",
                        title))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("finding", "differs")
                        .containsEntry("fileName", "terms.txt")
                        .doesNotContainEntry("presentSha256", null));
        As.officer(() -> {
            documents.withdraw(id, 0, "Superseded");
            return true;
        });
        assertThat(findings("documents-altered", "record", title))
                .as("withdrawn by the book")
                .isEmpty();
    }

    @Test
    void aNumberThatWasDrawnAndNeverUsedIsFoundAndSaidToBeHarmless() throws Exception {
        As.officer(() -> partners.register(Some.company()));
        long drawn;
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO journal_change_set (recorded_at, actor, actor_role, channel, action, change_count)"
                            + " VALUES (UTC_TIMESTAMP(6), 'nobody', '', 'SYSTEM', 'Nothing.atAll', 0)",
                    PreparedStatement.RETURN_GENERATED_KEYS)) {
                insert.executeUpdate();
                try (ResultSet keys = insert.getGeneratedKeys()) {
                    keys.next();
                    drawn = keys.getLong(1);
                }
            }
            connection.rollback();
            connection.setAutoCommit(true);
        }
        As.officer(() -> partners.register(Some.company()));
        assertThat(findings("number-gaps", "firstMissing", Long.toString(drawn)))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("lastMissing", Long.toString(drawn))
                        .containsEntry("missing", "1")
                        .containsEntry("finding", "neverSealed")
                        .doesNotContainEntry("recordedBefore", null)
                        .doesNotContainEntry("recordedAfter", null));
        assertThat(all("number-gaps", AuditQuestion.OF_EVERYTHING, 500))
                .extracting(row -> row.get("firstMissing"))
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(all("number-gaps", AuditQuestion.OF_EVERYTHING, 1).stream()
                        .map(row -> row.get("firstMissing"))
                        .toList());
    }

    @Test
    void aNumberThatWasSealedAndIsGoneIsFoundAndSaidToBeGrave() throws Exception {
        // the number before it may be one that was rolled back
        As.officer(() -> partners.register(Some.company()));
        As.officer(() -> partners.register(Some.company()));
        long gone = new Journal(dataSource).number("SELECT MAX(id) FROM journal_change_set");
        As.officer(() -> partners.register(Some.company()));
        try (Connection owner = Owner.connect(dataSource);
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.executeUpdate("INSERT IGNORE INTO journal_leaf (leaf_index, change_set_id, hash) VALUES ("
                    + Long.MAX_VALUE + ", " + gone + ", REPEAT('x', 32))");
            statement.executeUpdate("DELETE FROM journal_change_set WHERE id = " + gone);
            AuditReport report = report("number-gaps");
            List<Map<String, @Nullable String>> found =
                    named(report, report.read(owner, AuditQuestion.OF_EVERYTHING, null, 500));
            owner.rollback();
            assertThat(found)
                    .filteredOn(row -> Long.toString(gone).equals(row.get("firstMissing")))
                    .singleElement()
                    .satisfies(row -> assertThat(row).containsEntry("finding", "sealedAndGone"));
        }
        assertThat(findings("number-gaps", "finding", "sealedAndGone")).isEmpty();
    }

    @Test
    void everyReportReadsTheSameInPagesOfOneAsInOne() throws Exception {
        Reference contribution = contribution();
        for (int i = 0; i < 3; i++) {
            As.officer(() -> ledger.reverse(new Reference(post(contribution, Some.DAY)), "Mistyped", null));
        }
        AuditQuestion today = new AuditQuestion(thisDay.minusDays(1), thisDay.plusDays(1), 30, Closing.YEAR);
        for (String name : List.of("late-entries", "reversals", "changes-after-signature", "access-changes")) {
            assertThat(all(name, today, 3)).as(name).isEqualTo(all(name, today, 500));
        }
    }

    @Test
    void nothingIsFoundInDaysToCome() throws Exception {
        AuditQuestion future = new AuditQuestion(thisDay.plusDays(3), thisDay.plusDays(9), 30, Closing.YEAR);
        for (AuditReport report : As.auditor(() -> reports.all())) {
            if (!report.name().equals("conflicting-roles")) {
                assertThat(all(report.name(), future, 10)).as(report.name()).isEmpty();
            }
        }
    }

    @Test
    void writesATableWithAllFindings() throws Exception {
        Reference contribution = contribution();
        String late = post(contribution, Some.DAY);
        AuditReport report = report("late-entries");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        As.auditor(() -> {
            reports.write(report, AuditQuestion.OF_EVERYTHING, Table.Format.CSV, out);
            return true;
        });
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines.get(0)).endsWith(String.join(",", report.columns()));
        assertThat(lines).filteredOn(line -> line.contains("," + late + ",")).hasSize(1);
    }

    @Test
    void onlyAuditorsMay() throws Exception {
        AuditReport report = report("reversals");
        for (String role : Roles.ALL) {
            if (!role.equals(Roles.AUDITOR)) {
                assertThatThrownBy(() -> As.somebody(
                                "somebody",
                                Set.of(role),
                                () -> reports.read(report, AuditQuestion.OF_EVERYTHING, null, 1)))
                        .as(role)
                        .isInstanceOf(EJBAccessException.class);
            }
        }
    }

    /** The findings while something is written that is then taken back. */
    private List<Map<String, @Nullable String>> whileWritten(String sql, String title) throws Exception {
        transaction.begin();
        try (Connection connection = dataSource.getConnection()) {
            new Journal(dataSource).attempt(sql);
            AuditReport report = each.stream()
                    .filter(known -> known.name().equals("documents-altered"))
                    .findFirst()
                    .orElseThrow();
            Findings found = As.auditor(() -> report.read(connection, AuditQuestion.OF_EVERYTHING, null, 500));
            return named(report, found).stream()
                    .filter(row -> title.equals(row.get("record")))
                    .toList();
        } finally {
            transaction.rollback();
        }
    }

    /** What a report finds of a change that is then taken back, before anybody can seal it. */
    private List<Map<String, @Nullable String>> whilePlanted(String name, Planted planted) throws Exception {
        String actor = Some.reference("planted");
        AuditReport report = each.stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow();
        transaction.begin();
        try (Connection connection = dataSource.getConnection()) {
            planted.write(connection, actor);
            Findings found = As.auditor(() -> report.read(connection, AuditQuestion.OF_EVERYTHING, null, 500));
            return named(report, found).stream()
                    .filter(row -> actor.equals(row.get("actor")))
                    .toList();
        } finally {
            transaction.rollback();
        }
    }

    private long idOf(String table, Reference reference) throws Exception {
        return new Journal(dataSource).number("SELECT id FROM " + table + " WHERE reference = ?", reference.value());
    }

    private record Planted(
            String entity,
            long id,
            String operation,
            @Nullable String before,
            String after) {

        void write(Connection connection, String actor) throws SQLException {
            try (PreparedStatement set = connection.prepareStatement(
                            "INSERT INTO journal_change_set (recorded_at, actor, actor_role, channel, action, change_count)"
                                    + " VALUES (UTC_TIMESTAMP(6), ?, 'OFFICER', 'PAGE', 'AgreementRegister.change', 1)",
                            Statement.RETURN_GENERATED_KEYS);
                    PreparedStatement change = connection.prepareStatement(
                            "INSERT INTO journal_change (change_set_id, position, entity, entity_id, reference, operation,"
                                    + " version, before_values, after_values) VALUES (?, 0, ?, ?, ?, ?, 1, ?, ?)")) {
                set.setString(1, actor);
                set.executeUpdate();
                try (ResultSet keys = set.getGeneratedKeys()) {
                    keys.next();
                    change.setLong(1, keys.getLong(1));
                }
                change.setString(2, entity);
                change.setLong(3, id);
                change.setString(4, actor);
                change.setString(5, operation);
                change.setString(6, before);
                change.setString(7, after);
                change.executeUpdate();
            }
        }
    }

    private long version(Reference partner) throws Exception {
        return As.manager(
                () -> partnerQueries.find(partner.value()).orElseThrow().version());
    }

    private Reference contribution() throws Exception {
        Reference donor = As.officer(() -> partners.register(Some.ministry()));
        Reference other = As.officer(() -> partners.register(Some.company()));
        Reference agreement = Signing.signed(
                agreements, agreementQueries, Some.contributionAgreement("USD", "1000.00", donor, other));
        return As.officer(() -> contributions.open(Some.contribution(donor, agreement, "USD")));
    }

    private String post(Reference contribution, LocalDate day) throws Exception {
        return As.officer(() -> ledger.post(contribution, Some.entry(EntryKind.PLEDGE, "10.00", day)))
                .value();
    }

    private void open(String name, Set<String> roles) throws Exception {
        As.administrator(() -> accounts.open(new AccountData(name, name, null, roles, true), "long enough for all"));
    }

    private AuditReport report(String name) throws Exception {
        return As.auditor(() -> reports.find(name).orElseThrow());
    }

    private List<Map<String, @Nullable String>> findings(String name, String column, String value) throws Exception {
        return findings(name, AuditQuestion.OF_EVERYTHING, column, value);
    }

    private List<Map<String, @Nullable String>> findings(
            String name, AuditQuestion question, String column, String value) throws Exception {
        return all(name, question, 500).stream()
                .filter(row -> value.equals(row.get(column)))
                .toList();
    }

    private List<Map<String, @Nullable String>> all(String name, AuditQuestion question, int limit) throws Exception {
        AuditReport report = report(name);
        List<Map<String, @Nullable String>> rows = new ArrayList<>();
        String after = null;
        do {
            String from = after;
            Findings some = As.auditor(() -> reports.read(report, question, from, limit));
            rows.addAll(named(report, some));
            after = some.next();
        } while (after != null);
        return rows;
    }

    private static List<Map<String, @Nullable String>> named(AuditReport report, Findings findings) {
        List<Map<String, @Nullable String>> rows = new ArrayList<>();
        for (List<@Nullable String> cells : findings.rows()) {
            Map<String, @Nullable String> row = new LinkedHashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                row.put(report.columns().get(i), cells.get(i));
            }
            rows.add(row);
        }
        return rows;
    }
}
