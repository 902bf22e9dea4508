package org.kizuna.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.kizuna.launch.BenchDatabase;

/** The organisation that the benchmark makes, at its smallest. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrganisationEndToEndIT {

    private static final Size SIZE = Size.S;

    private BenchDatabase database;
    private Connection connection;
    private Floor floor;

    @SuppressWarnings("NullAway.Init")
    OrganisationEndToEndIT() {}

    @BeforeAll
    void fill(@TempDir Path folder) throws SQLException, IOException, GeneralSecurityException {
        database = BenchDatabase.open(folder.resolve("db"));
        Fill.into(database, folder.resolve("seal.key"), SIZE);
        connection = database.connect();
        floor = new Floor(connection);
    }

    @AfterAll
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    private long number(String sql) throws SQLException {
        return Long.parseLong(String.valueOf(floor.one(sql)));
    }

    @Test
    void thereIsAsMuchAsItsSizeSays() throws SQLException {
        assertThat(number("SELECT COUNT(*) FROM partner")).isEqualTo(SIZE.partners());
        assertThat(number("SELECT COUNT(*) FROM agreement")).isEqualTo(SIZE.agreements());
        assertThat(number("SELECT COUNT(DISTINCT status) FROM agreement")).isEqualTo(10);
        assertThat(number("SELECT COUNT(*) FROM ledger_entry")).isEqualTo(SIZE.entries());
        assertThat(number("SELECT COUNT(DISTINCT currency) FROM ledger_entry")).isEqualTo(30);
        assertThat(number("SELECT COUNT(*) FROM isid_event")).isEqualTo(SIZE.events());
        assertThat(number("SELECT COUNT(*) FROM event_partner")).isGreaterThanOrEqualTo(SIZE.participations());
        assertThat(number("SELECT COUNT(*) FROM journal_mention m JOIN journal_change c ON c.change_set_id ="
                        + " m.change_set_id AND c.position = m.position WHERE c.entity = 'IsidEvent'"
                        + " AND m.entity = 'Partner'"))
                .isEqualTo(number("SELECT COUNT(*) FROM event_partner"));
        assertThat(number("SELECT SUM(figure) FROM event_attendance")).isGreaterThan(SIZE.events() * 35L);
        assertThat(number("SELECT COUNT(*) FROM journal_change")).isGreaterThanOrEqualTo(SIZE.changes());
        assertThat(number("SELECT SUM(change_count) FROM journal_change_set"))
                .isEqualTo(number("SELECT COUNT(*) FROM journal_change"));
    }

    @Test
    void whatIsReferredToExists() throws SQLException {
        for (String[] tie : new String[][] {
            {"partner", "parent_id", "partner"},
            {"agreement_party", "partner_id", "partner"},
            {"contribution", "donor_id", "partner"},
            {"contribution", "agreement_id", "agreement"},
            {"ledger_entry", "contribution_id", "contribution"},
            {"ledger_entry", "reverses_id", "ledger_entry"},
            {"ledger_confirmation", "entry_id", "ledger_entry"},
            {"isid_event", "series_id", "event_series"},
            {"event_partner", "partner_id", "partner"},
            {"journal_change", "change_set_id", "journal_change_set"}
        }) {
            assertThat(number("SELECT COUNT(*) FROM " + tie[0] + " a LEFT JOIN " + tie[2] + " b ON b.id = a." + tie[1]
                            + " WHERE a." + tie[1] + " IS NOT NULL AND b.id IS NULL"))
                    .as(tie[0] + "." + tie[1])
                    .isZero();
        }
    }

    @Test
    void journalAndLedgerComeToTheSame() throws SQLException {
        assertThat(floor.one("SELECT SUM(CAST(JSON_UNQUOTE(JSON_EXTRACT(after_values, '$.amount')) AS DECIMAL(21,4)))"
                        + " FROM journal_change WHERE entity = 'LedgerEntry'"))
                .isEqualTo(floor.one("SELECT SUM(amount) FROM ledger_entry"));
    }

    @Test
    void everyRecordHasTheVersionOfItsLastChange() throws SQLException {
        for (String[] kind :
                new String[][] {{"Partner", "partner"}, {"Agreement", "agreement"}, {"IsidEvent", "isid_event"}}) {
            assertThat(number("SELECT COUNT(*) FROM " + kind[1] + " r JOIN (SELECT entity_id, MAX(version) last"
                            + " FROM journal_change WHERE entity = '" + kind[0] + "' GROUP BY entity_id) j"
                            + " ON j.entity_id = r.id AND j.last = r.version"))
                    .isEqualTo(number("SELECT COUNT(*) FROM " + kind[1]));
        }
    }

    @Test
    void everyChangeSetIsSealed() throws SQLException {
        assertThat(number("SELECT COUNT(*) FROM journal_leaf"))
                .isEqualTo(number("SELECT COUNT(*) FROM journal_change_set"));
        assertThat(number("SELECT MAX(tree_size) FROM journal_head"))
                .isEqualTo(number("SELECT COUNT(*) FROM journal_leaf"));
    }
}
