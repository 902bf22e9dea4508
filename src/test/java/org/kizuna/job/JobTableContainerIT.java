package org.kizuna.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Of several servers one does what is due, and another when that one died. */
@ArquillianTest
class JobTableContainerIT {

    private static final Instant NOW = Instant.parse("2001-02-03T04:05:06Z");
    private static final Duration SILENCE = JobTimer.SILENCE;

    /** No server knows work of this name. */
    private final String name = "test-" + UUID.randomUUID().toString().substring(0, 30);

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Inject
    private Jobs jobs;

    @Test
    void ofSeveralServersOneDoesIt() throws Exception {
        add("once", NOW);
        JobRow row = jobs.find(name, "once").orElseThrow();
        ExecutorService servers = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> claims = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                claims.add(() -> take(claim(row, NOW), NOW));
            }
            int taken = 0;
            for (Future<Boolean> claim : servers.invokeAll(claims)) {
                taken += claim.get() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(1);
        } finally {
            servers.shutdown();
        }
    }

    @Test
    void whatADeadServerLeftIsDoneByAnother() throws Exception {
        add("left", NOW);
        JobRow waiting = open(NOW);
        JobClaim first = claim(waiting, NOW);
        assertThat(take(first, NOW)).isTrue();
        assertThat(first.again()).isFalse();

        Instant alive = NOW.plus(SILENCE);
        with(table -> {
            first.beat(table, alive);
            return true;
        });
        Instant later = alive.plus(SILENCE);
        assertThat(take(claim(waiting, later), later)).as("it is heard of").isFalse();

        Instant silent = later.plusMillis(1);
        JobRow stale = open(silent);
        JobClaim second = claim(stale, silent);
        assertThat(take(second, silent)).as("it is not heard of").isTrue();
        assertThat(second.again()).isTrue();
        assertThatThrownBy(() -> first.progress(50)).hasMessageContaining("Another server");
        assertThat(first.end(JobState.DONE, "FIRST")).isFalse();
        second.progress(50);
        assertThat(jobs.find(name, "left")).map(JobRow::percent).contains(50);
        assertThat(second.end(JobState.DONE, "SECOND")).isTrue();
        assertThat(jobs.find(name, "left").orElseThrow())
                .extracting(JobRow::state, JobRow::result, JobRow::attempts)
                .containsExactly(JobState.DONE, "SECOND", 2);
        assertThat(take(claim(stale, silent), silent.plus(SILENCE).plus(SILENCE)))
                .as("it is done")
                .isFalse();
    }

    @Test
    void whatIsDueIsDoneOnceAndNotBefore() throws Exception {
        assertThat(add("due", NOW)).isTrue();
        assertThat(add("due", NOW)).as("another server puts it down as well").isFalse();
        assertThat(add("next", NOW)).isTrue();
        assertThat(jobs.newest(name, 9)).hasSize(2);
        with(table -> {
            assertThat(table.open(NOW.minusMillis(1), NOW.minus(SILENCE)))
                    .extracting(JobRow::name)
                    .doesNotContain(name);
            assertThat(table.open(NOW, NOW.minus(SILENCE)))
                    .filteredOn(row -> row.name().equals(name))
                    .as("one of a kind, the first first")
                    .extracting(JobRow::key)
                    .containsExactly("due");
            return true;
        });
    }

    @Test
    void whatItsServersDiedOfIsGivenUp() throws Exception {
        add("deadly", NOW);
        Instant at = NOW;
        for (int attempt = 0; attempt < JobTimer.ATTEMPTS; attempt++) {
            at = at.plus(SILENCE).plusMillis(1);
            assertThat(open(at).attempts()).isEqualTo(attempt);
            assertThat(take(claim(open(at), at), at)).isTrue();
        }
        Instant last = at.plus(SILENCE).plusMillis(1);
        with(table -> {
            table.abandon(jobs.find(name, "deadly").orElseThrow().id(), last, last.minus(SILENCE));
            return true;
        });
        assertThat(jobs.find(name, "deadly").orElseThrow())
                .extracting(JobRow::state, JobRow::result)
                .containsExactly(JobState.FAILED, "ABANDONED");
    }

    @Test
    void whatWasDueOfItselfIsForgottenAndWhatWasAskedForIsNot() throws Exception {
        add("of itself", NOW);
        JobClaim claim = claim(open(NOW), NOW);
        take(claim, NOW);
        claim.end(JobState.DONE, null);
        jobs.ask(name, "asked", "what", "somebody");
        with(table -> {
            table.forget(name, NOW);
            assertThat(table.newest(name, 9)).hasSize(2);
            table.forget(name, NOW.plusSeconds(1));
            assertThat(table.newest(name, 9)).extracting(JobRow::key).containsExactly("asked");
            return true;
        });
        assertThat(jobs.same(name, "somebody", "what")).isPresent();
        assertThat(jobs.same(name, "somebody else", "what")).isEmpty();
    }

    private boolean add(String key, Instant due) throws SQLException {
        return with(table -> table.add(name, key, null, null, NOW, due));
    }

    private JobRow open(Instant now) throws SQLException {
        return with(table -> table.open(now, now.minus(SILENCE)).stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow());
    }

    private JobClaim claim(JobRow row, Instant now) {
        return new JobClaim(dataSource, Clock.fixed(now, ZoneOffset.UTC), row);
    }

    private boolean take(JobClaim claim, Instant now) throws SQLException {
        return with(table -> claim.take(table, now, now.minus(SILENCE)));
    }

    private <T> T with(Statements<T> statements) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return statements.on(new JobTable(connection));
        }
    }

    private interface Statements<T> {
        T on(JobTable table) throws SQLException;
    }
}
