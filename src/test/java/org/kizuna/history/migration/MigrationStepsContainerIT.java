package org.kizuna.history.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kizuna.contribution.SomeRates;
import org.kizuna.shared.MigrationStep;

/** A migration's step runs once, is journaled as the system's one action, and leaves nothing when it fails. */
@ExtendWith(ArquillianExtension.class)
class MigrationStepsContainerIT {

    private static final AtomicInteger NEXT = new AtomicInteger(900_000);

    @Inject
    private OneMigrationStep steps;

    @Resource
    private ManagedExecutorService threads;

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    private record Step(String migration, Consumer<EntityManager> work) implements MigrationStep {
        @Override
        public void run(EntityManager entities) {
            work.accept(entities);
        }
    }

    private static String fresh() {
        return "V" + NEXT.incrementAndGet();
    }

    private static Consumer<EntityManager> recordRates(int count, int year) {
        return entities -> {
            for (int i = 0; i < count; i++) {
                entities.persist(SomeRates.of("ISK", LocalDate.of(year, 1, 1).plusDays(i), new BigDecimal("120")));
            }
        };
    }

    private List<String> journaled(String migration) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT actor, channel, change_count, detail FROM journal_change_set WHERE action = ? ORDER BY id")) {
            query.setString(1, "Migration." + migration);
            List<String> sets = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    sets.add(row.getString(1) + " " + row.getString(2) + " " + row.getInt(3)
                            + (row.getString(4) == null ? "" : " continues"));
                }
            }
            return sets;
        }
    }

    @Test
    void isTakenOnceAndJournaledAsOneActionInParts() throws SQLException {
        Step step = new Step(fresh(), recordRates(1200, 1910));
        assertThat(steps.take(step)).isTrue();
        assertThat(steps.take(step)).isFalse();
        assertThat(journaled(step.migration())).containsExactly("system SYSTEM 1000", "system SYSTEM 200 continues");
    }

    @Test
    void leavesNothingWhenItFailsAndIsTakenTheNextTime() throws SQLException {
        String migration = fresh();
        assertThatThrownBy(() -> steps.take(new Step(migration, entities -> {
                    recordRates(3, 1920).accept(entities);
                    throw new IllegalStateException("half way");
                })))
                .hasStackTraceContaining("half way");
        assertThat(journaled(migration)).isEmpty();
        assertThat(steps.take(new Step(migration, recordRates(3, 1920)))).isTrue();
        assertThat(journaled(migration)).containsExactly("system SYSTEM 3");
    }

    @Test
    void twoServersTakeItOnce() throws InterruptedException, ExecutionException, SQLException {
        String migration = fresh();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        Future<Boolean> first = threads.submit(() -> steps.take(new Step(migration, entities -> {
            begun.countDown();
            try {
                assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            recordRates(2, 1930).accept(entities);
        })));
        assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
        Future<Boolean> second = threads.submit(() -> {
            asked.countDown();
            return steps.take(new Step(migration, recordRates(2, 1930)));
        });
        assertThat(List.of(first.get(), second.get())).containsExactly(true, false);
        assertThat(journaled(migration)).containsExactly("system SYSTEM 2");
    }

    @Test
    void nothingRewrittenIsNothingJournaled() throws SQLException {
        String migration = fresh();
        assertThat(steps.take(new Step(migration, entities -> {}))).isTrue();
        assertThat(journaled(migration)).isEmpty();
    }

    @Test
    void refusesANameThatIsNoMigrations() {
        assertThatThrownBy(() -> steps.take(new Step("sixteen", entities -> {})))
                .hasStackTraceContaining("which is no migration");
    }
}
