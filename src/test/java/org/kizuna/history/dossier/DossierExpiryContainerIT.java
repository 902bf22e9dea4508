package org.kizuna.history.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.kizuna.history.HistoryScope;
import org.kizuna.job.JobRow;
import org.kizuna.job.Jobs;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.testing.As;
import org.kizuna.testing.Journal;

/** The file of a dossier is kept for a while, and then only that there was one. */
@ArquillianTest
class DossierExpiryContainerIT {

    private static final Instant LONG_AGO = Instant.parse("2001-02-03T04:05:06Z");
    private static final DossierQuestion QUESTION = new DossierQuestion(
            new HistoryScope(null, null, null), DossierQuestion.Part.COOPERATION, null, null, null, null);

    private static final String ORDER = new DossierOrder(QUESTION, 1).written();

    private final String somebody = UUID.randomUUID().toString();

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Inject
    private DossierExpiry expiry;

    @Inject
    private DossierFolder folder;

    @Inject
    private DossierJobs jobs;

    @Inject
    private Jobs known;

    @Test
    void anOldFileGoesAndANewerOneStays() throws Exception {
        String old = ready(LONG_AGO);
        String newer = ready(LONG_AGO.plus(Duration.ofDays(2)));
        expiry.expire(LONG_AGO.plus(Duration.ofDays(1)));

        assertThat(folder.file(old)).doesNotExist();
        assertThat(folder.file(newer)).exists();
        As.auditor(() -> {
            assertThat(jobs.find(old).expired()).isTrue();
            assertThat(jobs.find(old).ready()).isFalse();
            assertThat(jobs.find(newer).ready()).isTrue();
            assertThatThrownBy(() -> jobs.copy(old, new ByteArrayOutputStream()))
                    .isInstanceOf(NoSuchRecord.class);
            return old;
        });
        expiry.expire(LONG_AGO.plus(Duration.ofDays(3)));
        assertThat(folder.file(newer)).doesNotExist();
    }

    @Test
    void thatOneWasTakenIsJournaledOnceAndOnlyWhereItIsThere() throws Exception {
        String job = ready(LONG_AGO);
        Journal journal = new Journal(dataSource);
        String taken = "SELECT COUNT(*) FROM journal_change_set WHERE actor = 'auditor' AND action ="
                + " 'ExportRegister.take' AND detail LIKE '%" + job + "%'";
        As.auditor(() -> {
            jobs.take(job);
            jobs.copy(job, OutputStream.nullOutputStream());
            return job;
        });
        assertThat(journal.number(taken)).isEqualTo(1);
        expiry.expire(LONG_AGO.plus(Duration.ofDays(1)));
        As.auditor(() -> {
            assertThatThrownBy(() -> jobs.take(job)).isInstanceOf(NoSuchRecord.class);
            return job;
        });
        assertThat(journal.number(taken)).isEqualTo(1);
    }

    @Test
    void whoAsksAgainGetsAnotherOne() throws Exception {
        String old = ready(LONG_AGO);
        assertThat(known.same(DossierWork.NAME, somebody, ORDER))
                .map(JobRow::key)
                .contains(old);
        expiry.expire(LONG_AGO.plus(Duration.ofDays(1)));
        assertThat(known.same(DossierWork.NAME, somebody, ORDER)).isEmpty();
    }

    @Test
    void whatACrashLeftHalfMadeGoesToo() throws Exception {
        Path file = folder.file(UUID.randomUUID().toString());
        Path old = Files.writeString(file.resolveSibling(file.getFileName() + ".old"), "half");
        Path current = Files.writeString(file.resolveSibling(file.getFileName() + ".current"), "half");
        Files.setLastModifiedTime(old, FileTime.from(LONG_AGO));
        expiry.expire(LONG_AGO.plus(Duration.ofDays(1)));
        assertThat(old).doesNotExist();
        assertThat(current).exists();
        Files.delete(current);
    }

    /** A job that was ready then, with its file; no server ever sees it wait. */
    private String ready(Instant finishedAt) throws Exception {
        String id = UUID.randomUUID().toString();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO job (name, job_key, content, asked_by, asked_at, due_at, state, attempts, progress,"
                                + " ended_at) VALUES ('dossier', ?, ?, ?, ?, ?, 'DONE', 1, 100, ?)")) {
            LocalDateTime moment = LocalDateTime.ofInstant(finishedAt, ZoneOffset.UTC);
            insert.setString(1, id);
            insert.setString(2, ORDER);
            insert.setString(3, somebody);
            insert.setObject(4, moment);
            insert.setObject(5, moment);
            insert.setObject(6, moment);
            insert.executeUpdate();
        }
        Files.writeString(folder.file(id), "dossier");
        return id;
    }
}
