package org.kizuna.history.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kizuna.agreement.AgreementQueries;
import org.kizuna.agreement.AgreementRegister;
import org.kizuna.contribution.ContributionRegister;
import org.kizuna.event.EventRegister;
import org.kizuna.figure.LedgerSumTimer;
import org.kizuna.history.NamedPerson;
import org.kizuna.history.PersonRegister;
import org.kizuna.history.audit.Finding.Kind;
import org.kizuna.history.proof.SealTimer;
import org.kizuna.ledger.EntryKind;
import org.kizuna.ledger.LedgerRegister;
import org.kizuna.partner.PartnerData;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.partner.PartnerRegister;
import org.kizuna.samples.Some;
import org.kizuna.samples.Stages;
import org.kizuna.shared.Reference;
import org.kizuna.testing.As;
import org.kizuna.testing.Bend;
import org.kizuna.testing.Journal;
import org.kizuna.testing.Owner;

/** Whatever somebody who owns the database alters behind the application's back is found and named. */
@ExtendWith(ArquillianExtension.class)
class SelfAuditContainerIT {

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Inject
    private LedgerSumTimer summing;

    @Inject
    private SealTimer sealer;

    @Inject
    private LiveRecords live;

    @Inject
    private AuditBook book;

    @Inject
    private SelfAudit audit;

    @Inject
    private SelfAuditRegister register;

    @Inject
    private SelfAuditQueries queries;

    @Inject
    private PartnerRegister partners;

    @Inject
    private PersonRegister persons;

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
    private EventRegister events;

    private Reference partner;

    @BeforeEach
    void recordSomething() throws Exception {
        Stages stages = new Stages(partners, partnerQueries, agreements, agreementQueries);
        partner = As.officer(() -> partners.register(Some.company(List.of(Some.identifier()))));
        erased(Some.name("Hanako"));
        As.officer(() -> partners.register(Some.company(new PartnerData.Contact("Taro", "Director", null, null))));
        Reference agreement =
                stages.inForce(Some.contributionAgreement("EUR", "5000", stages.ministry(), stages.company()));
        Reference donor = stages.agreement(agreement).parties().get(0).partner();
        Reference contribution = As.officer(() -> contributions.open(Some.contribution(donor, agreement, "EUR")));
        As.officer(() -> ledger.post(contribution, Some.entry(EntryKind.PLEDGE, "1000")));
        As.officer(() -> events.plan(Some.webinar()));
        // summed up while it is bent, it would stay in the wrong cells
        summing.sum();
        sealer.seal();
    }

    private void erased(String contact) throws Exception {
        Reference company =
                As.officer(() -> partners.register(Some.company(new PartnerData.Contact(contact, null, null, null))));
        long id = new Journal(dataSource).number("SELECT id FROM partner WHERE reference = ?", company.value());
        As.administrator(() -> persons.erase(List.of(new NamedPerson("Partner", id, contact)), "Asked for"));
    }

    /** Columns beside the records that no journal tells of; the auditor's page says so. */
    private static final Set<String> NOT_WATCHED = Set.of(
            "account.person_id",
            "ledger_recorder.person_id",
            "import_partner.partner_id",
            "stated_refund.value_date",
            "stated_refund.figure",
            "stated_refund.source",
            "stated_refund.batch");

    /** Tables that hold nothing of a record: a user's own things, and rows of a file before it is entered. */
    private static final Set<String> NO_RECORDS =
            Set.of("account_browser", "account_session", "draft", "import_row", "notice", "notice_choice", "outbox");

    @Test
    void findsNothingWhereNobodyBentAnything() {
        assertThat(seals(null)).isEmpty();
        live.kinds().keySet().forEach(kind -> assertThat(rows(kind)).as(kind).isEmpty());
        assertThat(live.kinds())
                .containsEntry("Partner", "partner")
                .containsEntry("LedgerEntry", "ledger_entry")
                .doesNotContainKey("SearchEntry");
    }

    @Test
    void namesEveryColumnOfTheJournalThatIsBentByAsMuchAsOneByte() throws Exception {
        // settled_id only says where sealing need not look again: what it could hide has a test of its own
        Set<String> spared = Set.of("journal_head.settled_id");
        List<String> unseen = new ArrayList<>();
        int tried = 0;
        for (String table : List.of(
                "journal_change_set",
                "journal_change",
                "journal_mention",
                "journal_personal",
                "journal_leaf",
                "journal_subtree",
                "journal_head")) {
            try (Connection owner = Owner.connect(dataSource)) {
                owner.setAutoCommit(false);
                for (String column : columns(owner, table)) {
                    for (Bend bend : Bend.values()) {
                        if (!spared.contains(table + "." + column) && bend.in(owner, table, column)) {
                            tried++;
                            if (seals(owner).isEmpty()) {
                                unseen.add(table + "." + column + " " + bend);
                            }
                        }
                        owner.rollback();
                    }
                }
            }
        }
        assertThat(unseen).isEmpty();
        assertThat(tried).isGreaterThan(60);
    }

    @Test
    void namesWhatWasRemovedInsertedSwappedOrBackDated() throws Exception {
        long newest = new Journal(dataSource).number("SELECT MAX(change_set_id) FROM journal_leaf");
        String last = "journal_change_set, id " + newest;
        assertThat(afterwards("DELETE FROM journal_change_set WHERE id = " + newest))
                .contains(Finding.of(Kind.CHANGE_SET_MISSING, last));
        assertThat(afterwards("DELETE FROM journal_change WHERE change_set_id = " + newest))
                .anySatisfy(finding -> assertThat(finding.place()).startsWith(last));
        assertThat(afterwards("UPDATE journal_change_set SET recorded_at = '2019-01-01' WHERE id = " + newest))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(Kind.CHANGE_SET_ALTERED);
                    assertThat(finding.place()).startsWith(last);
                });
        assertThat(afterwards("INSERT INTO journal_change_set (id, recorded_at, actor, actor_role, channel, action,"
                        + " change_count) VALUES (999999999, '2019-01-01', 'officer', 'OFFICER', 'PAGE', 'x', 0)"))
                .contains(Finding.of(Kind.CHANGE_SET_ADDED, "journal_change_set, id 999999999"));
        long before = new Journal(dataSource)
                .number("SELECT MAX(change_set_id) FROM journal_leaf WHERE change_set_id < ?", newest);
        assertThat(afterwards(
                        "UPDATE journal_leaf SET change_set_id = -1 WHERE change_set_id = " + newest,
                        "UPDATE journal_leaf SET change_set_id = " + newest + " WHERE change_set_id = " + before,
                        "UPDATE journal_leaf SET change_set_id = " + before + " WHERE change_set_id = -1"))
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.kind()).isEqualTo(Kind.CHANGE_SET_ALTERED));
        assertThat(afterwards("DELETE FROM journal_leaf ORDER BY leaf_index DESC LIMIT 3"))
                .anySatisfy(finding -> assertThat(finding.kind()).isEqualTo(Kind.HEAD_FALSE));
        assertThat(afterwards("DELETE FROM journal_leaf WHERE leaf_index = 5"))
                .anySatisfy(finding -> assertThat(finding.kind()).isEqualTo(Kind.TREE_ALTERED));
    }

    @Test
    void namesAPersonWhoWasErasedWithSql() throws Exception {
        String kept =
                "(SELECT MAX(commitment) FROM (SELECT commitment FROM journal_personal WHERE erased_in IS NULL) k)";
        String gone = "SET person = NULL, value = NULL, salt = NULL";
        assertThat(afterwards("UPDATE journal_personal " + gone + " WHERE commitment = " + kept))
                .singleElement()
                .satisfies(finding -> assertThat(finding.kind()).isEqualTo(Kind.ROW_ALTERED));
        assertThat(afterwards("UPDATE journal_personal " + gone + ", erased_in = (SELECT MAX(id) FROM"
                        + " journal_change_set WHERE action = 'PersonRegister.erase') WHERE commitment = " + kept))
                .as("under the number of an erasure that was another's")
                .singleElement()
                .satisfies(finding -> assertThat(finding.kind()).isEqualTo(Kind.ROW_ALTERED));
        assertThat(afterwards("DELETE FROM journal_personal WHERE commitment = " + kept))
                .singleElement()
                .satisfies(finding -> assertThat(finding.kind()).isEqualTo(Kind.ROW_MISSING));
    }

    @Test
    void findsWhatARaisedBoundWouldHideFromSealing() throws Exception {
        assertThat(afterwards(
                        "UPDATE journal_head SET settled_id = 999999999 ORDER BY tree_size DESC LIMIT 1",
                        "INSERT INTO journal_change_set (id, recorded_at, actor, actor_role, channel, action,"
                                + " change_count) VALUES (999999998, '2031-01-01', 'x', 'OFFICER', 'PAGE', 'x', 0)"))
                .contains(Finding.of(Kind.CHANGE_SET_ADDED, "journal_change_set, id 999999998"));
    }

    @Test
    void namesTheRowThatWasChangedWithSql() throws Exception {
        long id = id();
        try (Connection owner = Owner.connect(dataSource)) {
            String name = one(owner, "SELECT legal_name FROM partner WHERE id = " + id);
            run(owner, "UPDATE partner SET legal_name = 'Somebody else' WHERE id = " + id);
            try {
                long run = As.auditor(() -> book.open("auditor", null)).orElseThrow();
                audit.look(run);
                AuditRun done = As.auditor(() -> queries.run(run));
                assertThat(done.isRunning()).isFalse();
                assertThat(done.failure()).isNull();
                assertThat(done.findings()).isEqualTo(1);
                assertThat(done.changeSets()).isPositive();
                assertThat(done.records()).isPositive();
                assertThat(As.auditor(() -> queries.findings(run)))
                        .containsExactly(new Finding(
                                Kind.ROW_ALTERED,
                                "partner, id " + id + " (" + partner + ")",
                                "legalName",
                                "\"" + name + "\"",
                                "\"Somebody else\""));
            } finally {
                try (PreparedStatement back =
                        owner.prepareStatement("UPDATE partner SET legal_name = ? WHERE id = " + id)) {
                    back.setString(1, name);
                    back.executeUpdate();
                }
            }
        }
    }

    @Test
    void namesEveryColumnOfEveryTableThatIsBent() throws Exception {
        List<String> unseen = new ArrayList<>();
        Set<String> tables = new HashSet<>();
        try (Connection owner = Owner.connect(dataSource)) {
            for (Map.Entry<String, String> kind : live.kinds().entrySet()) {
                for (Part part : parts(owner, kind.getValue())) {
                    for (String column : columns(owner, part.table())) {
                        if (!part.key().equals(column) && bendLive(owner, kind, part, column, unseen)) {
                            tables.add(part.table());
                        }
                    }
                }
            }
        }
        assertThat(NOT_WATCHED).containsAll(unseen);
        assertThat(tables)
                .contains(
                        "partner",
                        "partner_identifier",
                        "agreement",
                        "agreement_party",
                        "contribution",
                        "contribution_country",
                        "ledger_entry",
                        "isid_event");
    }

    /** A table that holds some of a record: its own, or one of its lists. */
    private record Part(String table, String key) {}

    private static List<Part> parts(Connection owner, String table) throws SQLException {
        List<Part> parts = new ArrayList<>(List.of(new Part(table, "id")));
        for (List<String> row : rows(
                owner,
                "SELECT table_name, column_name FROM information_schema.key_column_usage WHERE table_schema = DATABASE()"
                        + " AND referenced_table_name = '" + table + "' AND (table_name, column_name) IN (SELECT"
                        + " table_name, column_name FROM information_schema.key_column_usage WHERE table_schema ="
                        + " DATABASE() AND constraint_name = 'PRIMARY' AND ordinal_position = 1)")) {
            if (!row.get(0).startsWith("self_audit") && !NO_RECORDS.contains(row.get(0))) {
                parts.add(new Part(row.get(0), row.get(1)));
            }
        }
        return parts;
    }

    /** @return whether there was something to bend */
    private boolean bendLive(
            Connection owner, Map.Entry<String, String> kind, Part part, String column, List<String> unseen)
            throws SQLException {
        List<List<String>> newest = rows(
                owner, "SELECT MAX(" + part.key() + ") FROM " + part.table() + " WHERE " + column + " IS NOT NULL");
        if (newest.isEmpty() || newest.get(0).get(0) == null) {
            return false;
        }
        long id = Long.parseLong(newest.get(0).get(0));
        String where = part.key() + " = " + id;
        run(owner, "CREATE TEMPORARY TABLE kept AS SELECT * FROM " + part.table() + " WHERE " + where);
        try {
            if (!Bend.FIRST.in(owner, part.table(), column, where)) {
                return false;
            }
            List<Finding> found = new ArrayList<>();
            new LiveCheck(owner, live, kind.getKey(), kind.getValue(), found::add).one(id);
            if (found.isEmpty()) {
                unseen.add(part.table() + "." + column);
            }
            return true;
        } finally {
            run(owner, "DELETE FROM " + part.table() + " WHERE " + where);
            String own = String.join(", ", columns(owner, part.table()));
            run(owner, "INSERT INTO " + part.table() + " (" + own + ") SELECT " + own + " FROM kept");
            run(owner, "DROP TEMPORARY TABLE kept");
        }
    }

    @Test
    void namesRowsThatWereAddedOrTakenAway() throws Exception {
        long id = id();
        try (Connection owner = Owner.connect(dataSource)) {
            run(owner, "CREATE TEMPORARY TABLE kept AS SELECT * FROM partner WHERE id = " + id);
            run(owner, "UPDATE partner SET id = -7 WHERE id = " + id);
            try {
                assertThat(rows("Partner"))
                        .containsExactly(
                                Finding.of(Kind.ROW_ADDED, "partner, id -7"),
                                Finding.of(Kind.ROW_MISSING, "partner, id " + id + " (" + partner + ")"));
            } finally {
                run(owner, "UPDATE partner SET id = " + id + " WHERE id = -7");
                run(owner, "DROP TEMPORARY TABLE kept");
            }
        }
    }

    @Test
    void auditorsAskForItAndItIsJournaled() throws Exception {
        assertThatThrownBy(() -> As.officer(() -> register.begin())).isInstanceOf(EJBAccessException.class);
        long run = As.auditor(() -> register.begin());
        assertThat(new Journal(dataSource)
                        .number("SELECT COUNT(*) FROM journal_change_set WHERE action = 'SelfAuditRegister.begin'"
                                + " AND detail = '{\"selfAudit\":" + run + "}'"))
                .isEqualTo(1);
        assertThat(As.auditor(() -> queries.run(run)).askedBy()).isEqualTo("auditor");
    }

    private long id() throws SQLException {
        return new Journal(dataSource).number("SELECT id FROM partner WHERE reference = ?", partner.value());
    }

    private List<Finding> afterwards(String... statements) throws Exception {
        try (Connection owner = Owner.connect(dataSource)) {
            owner.setAutoCommit(false);
            for (String statement : statements) {
                run(owner, statement);
            }
            List<Finding> found = seals(owner);
            owner.rollback();
            return found;
        }
    }

    /** What is wrong with the seals, as this connection sees them. */
    private List<Finding> seals(@Nullable Connection connection) {
        List<Finding> found = new ArrayList<>();
        try (Connection own = connection == null ? dataSource.getConnection() : null) {
            Connection seen = own == null ? Objects.requireNonNull(connection) : own;
            new SealCheck(
                            seen,
                            new HeadCheck(seen, sealer::trusts, found::add),
                            Duration.ofMinutes(5),
                            found::add,
                            leaves -> {})
                    .run();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    private List<Finding> rows(String kind) {
        List<Finding> found = new ArrayList<>();
        try (Connection connection = dataSource.getConnection()) {
            new LiveCheck(connection, live, kind, String.valueOf(live.kinds().get(kind)), found::add)
                    .run(records -> {});
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    /** Those that hold something of their own: what the database reckons from others cannot be bent. */
    private static List<String> columns(Connection owner, String table) throws SQLException {
        return rows(
                        owner,
                        "SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE() AND"
                                + " table_name = '" + table + "' AND extra NOT LIKE '%GENERATED%'"
                                + " ORDER BY ordinal_position")
                .stream()
                .map(row -> row.get(0))
                .toList();
    }

    private static String one(Connection owner, String sql) throws SQLException {
        return rows(owner, sql).get(0).get(0);
    }

    private static List<List<String>> rows(Connection owner, String sql) throws SQLException {
        try (PreparedStatement query = owner.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            List<List<String>> rows = new ArrayList<>();
            while (row.next()) {
                List<String> columns = new ArrayList<>();
                for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                    columns.add(row.getString(column));
                }
                rows.add(columns);
            }
            return rows;
        }
    }

    private static void run(Connection owner, String sql) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }
}
