package org.kizuna.history.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kizuna.history.audit.Finding.Kind;
import org.kizuna.history.proof.SealTimer;
import org.kizuna.history.proof.SealTransaction;
import org.kizuna.history.proof.SealingFinding;
import org.kizuna.history.proof.SealingKey;
import org.kizuna.history.proof.SomeSeals;

/** What the application's own account can write behind the application's back is sealed, and named. All of it is undone. */
@ExtendWith(ArquillianExtension.class)
class BackDatedContainerIT {

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Inject
    private SealTimer sealer;

    @Inject
    private SealingKey key;

    private static long insert(Connection connection, LocalDateTime at) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO journal_change_set (recorded_at, actor, actor_role, channel, action, change_count)"
                        + " VALUES (?, 'treasurer', 'TREASURER', 'PAGE', 'ContributionRegister.post', 0)",
                Statement.RETURN_GENERATED_KEYS)) {
            insert.setObject(1, at);
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    private List<Finding> look(Connection connection) throws SQLException {
        List<Finding> found = new ArrayList<>();
        HeadCheck heads = new HeadCheck(connection, sealer::trusts, found::add);
        new SealCheck(connection, heads, SomeSeals.LONGEST, found::add, seen -> {}).run();
        return found;
    }

    private void undone(Work work) throws SQLException {
        sealer.seal();
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                SomeSeals seals = new SomeSeals(key);
                // there is a head to be dated before, also where these tests are the first in the database
                insert(connection, LocalDateTime.now(ZoneOffset.UTC));
                seals.seal(connection);
                work.on(connection, seals);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private interface Work {
        void on(Connection connection, SomeSeals seals) throws SQLException;
    }

    @Test
    void aBackDatedSetIsSealedAndNamedBySealerAndSelfAudit() throws SQLException {
        undone((connection, seals) -> {
            long honest = insert(connection, LocalDateTime.now(ZoneOffset.UTC));
            long forged = insert(connection, LocalDateTime.of(2021, 3, 4, 5, 6));
            SealTransaction.Done done = seals.seal(connection);
            assertThat(done.findings()).containsExactly(new SealingFinding(forged, SealingFinding.Kind.BACK_DATED));
            assertThat(done.settled()).isLessThan(honest);
            assertThat(look(connection))
                    .filteredOn(finding -> finding.kind() == Kind.BACK_DATED)
                    .extracting(Finding::place)
                    .containsExactly("journal_change_set, id " + forged);
        });
    }

    @Test
    void aSetDatedAfterItsSealIsNamedToo() throws SQLException {
        undone((connection, seals) -> {
            long forged = insert(connection, LocalDateTime.now(ZoneOffset.UTC).plusDays(1));
            assertThat(seals.seal(connection).findings())
                    .containsExactly(new SealingFinding(forged, SealingFinding.Kind.POST_DATED));
            assertThat(look(connection)).extracting(Finding::kind).contains(Kind.POST_DATED);
        });
    }

    @Test
    void whatAClockALittleAheadRecordedWaitsForItsTime() throws SQLException {
        undone((connection, seals) -> {
            insert(connection, LocalDateTime.now(ZoneOffset.UTC).plusSeconds(30));
            assertThat(seals.seal(connection).sealed()).isZero();
            SealTransaction.Done later = seals.seal(connection, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1)));
            assertThat(later.sealed()).isEqualTo(1);
            assertThat(later.findings()).isEmpty();
        });
    }

    @Test
    void anUnreadableSetIsSealedAsItStandsAndWhatFollowsToo() throws SQLException {
        undone((connection, seals) -> {
            long poison = insert(connection, LocalDateTime.now(ZoneOffset.UTC));
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO journal_change (change_set_id, position, entity, entity_id, reference, operation,"
                            + " version, before_values, after_values)"
                            + " VALUES (?, 0, 'Nothing', 1, NULL, 'POISON', 0, NULL, '{}')")) {
                insert.setLong(1, poison);
                insert.executeUpdate();
            }
            insert(connection, LocalDateTime.now(ZoneOffset.UTC));
            SealTransaction.Done done = seals.seal(connection);
            assertThat(done.sealed()).isEqualTo(2);
            assertThat(done.findings()).containsExactly(new SealingFinding(poison, SealingFinding.Kind.UNREADABLE));
            assertThat(look(connection))
                    .filteredOn(finding -> finding.place().contains("id " + poison))
                    .extracting(Finding::kind)
                    .contains(Kind.UNREADABLE)
                    .doesNotContain(Kind.CHANGE_SET_ALTERED);
        });
    }

    @Test
    void aClockThatWasSetBackRecordsAndSealsNothingBeforeTheNewestHead() throws SQLException {
        undone((connection, seals) -> {
            insert(connection, LocalDateTime.now(ZoneOffset.UTC));
            seals.seal(connection);
            Instant head = sealedAt(connection);
            insert(connection, LocalDateTime.ofInstant(head, ZoneOffset.UTC));
            Clock back = Clock.offset(Clock.systemUTC(), Duration.ofHours(-1));
            assertThat(seals.seal(connection, back).findings()).isEmpty();
            assertThat(sealedAt(connection)).isEqualTo(head);
        });
    }

    private static Instant sealedAt(Connection connection) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet row =
                        query.executeQuery("SELECT sealed_at FROM journal_head ORDER BY tree_size DESC LIMIT 1")) {
            row.next();
            return row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC);
        }
    }
}
