package org.kizuna.history.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kizuna.rate.SomeRates;
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

    @Resource
    private TransactionSynchronizationRegistry transactions;

    private record Step(String migration, Predicate<EntityManager> part) implements MigrationStep {

        static Step whole(String migration, Consumer<EntityManager> work) {
            return new Step(migration, entities -> {
                work.accept(entities);
                return false;
            });
        }

        @Override
        public boolean run(EntityManager entities) {
            return part.test(entities);
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
        Step step = Step.whole(fresh(), recordRates(1200, 1910));
        assertThat(steps.take(step)).isTrue();
        assertThat(steps.take(step)).isFalse();
        assertThat(journaled(step.migration())).containsExactly("system SYSTEM 1000", "system SYSTEM 200 continues");
    }

    @Test
    void isTakenInPartsEachInATransactionOfItsOwn() throws SQLException {
        Set<Object> keys = new HashSet<>();
        AtomicInteger part = new AtomicInteger();
        Step step = new Step(fresh(), entities -> {
            keys.add(transactions.getTransactionKey());
            recordRates(2, 1940 + part.get()).accept(entities);
            return part.incrementAndGet() < 3;
        });
        assertThat(steps.take(step)).isTrue();
        assertThat(steps.take(step)).isFalse();
        assertThat(keys).hasSize(3);
        assertThat(journaled(step.migration()))
                .containsExactly("system SYSTEM 2", "system SYSTEM 2", "system SYSTEM 2");
    }

    @Test
    void goesOnWithThePartThatFailed() throws SQLException {
        String migration = fresh();
        AtomicInteger done = new AtomicInteger();
        AtomicBoolean fails = new AtomicBoolean(true);
        Step step = new Step(migration, entities -> {
            recordRates(2, 1950 + done.get()).accept(entities);
            if (done.get() == 1 && fails.getAndSet(false)) {
                throw new IllegalStateException("half way");
            }
            return done.incrementAndGet() < 3;
        });
        assertThatThrownBy(() -> steps.take(step)).hasStackTraceContaining("half way");
        assertThat(journaled(migration)).containsExactly("system SYSTEM 2");
        assertThat(steps.take(step)).isTrue();
        assertThat(journaled(migration)).hasSize(3);
    }

    @Test
    void leavesNothingWhenItFailsAndIsTakenTheNextTime() throws SQLException {
        String migration = fresh();
        assertThatThrownBy(() -> steps.take(Step.whole(migration, entities -> {
                    recordRates(3, 1920).accept(entities);
                    throw new IllegalStateException("half way");
                })))
                .hasStackTraceContaining("half way");
        assertThat(journaled(migration)).isEmpty();
        assertThat(steps.take(Step.whole(migration, recordRates(3, 1920)))).isTrue();
        assertThat(journaled(migration)).containsExactly("system SYSTEM 3");
    }

    @Test
    void twoServersTakeItOnce() throws InterruptedException, ExecutionException, SQLException {
        String migration = fresh();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        Future<Boolean> first = threads.submit(() -> steps.take(Step.whole(migration, entities -> {
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
            return steps.take(Step.whole(migration, recordRates(2, 1930)));
        });
        assertThat(List.of(first.get(), second.get())).containsExactly(true, false);
        assertThat(journaled(migration)).containsExactly("system SYSTEM 2");
    }

    @Test
    void nothingRewrittenIsNothingJournaled() throws SQLException {
        String migration = fresh();
        assertThat(steps.take(Step.whole(migration, entities -> {}))).isTrue();
        assertThat(journaled(migration)).isEmpty();
    }

    @Test
    void refusesANameThatIsNoMigrations() {
        assertThatThrownBy(() -> steps.take(Step.whole("sixteen", entities -> {})))
                .hasStackTraceContaining("which is no migration");
    }
}
