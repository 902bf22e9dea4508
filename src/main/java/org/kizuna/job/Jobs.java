package org.kizuna.job;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.kizuna.shared.Sql;
import org.kizuna.shared.Time;

/**
 * Takes orders for work that nobody waits for, and tells how far it is. Jobs are no records: no journal names them. An
 * order is given with the transaction it is given in.
 */
@ApplicationScoped
public class Jobs {

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Inject
    private Clock clock;

    /**
     * Orders one, to be begun as soon as somebody can.
     *
     * @param key which one of its kind: one that is there already is not ordered again
     * @param content what is asked, in words that only {@link Job#run} reads
     */
    public void ask(String name, String key, String content, String askedBy) {
        Instant now = Time.now(clock);
        with(table -> table.add(name, key, content, askedBy, now, now));
    }

    /**
     * Orders one that is due later, of itself.
     *
     * @param key which one of its kind: one that is there already is not ordered again
     */
    public void due(String name, String key, String content, Instant due) {
        Instant now = Time.now(clock);
        with(table -> table.add(name, key, content, null, now, due));
    }

    public Optional<JobRow> find(String name, String key) {
        return with(table -> table.find(name, key));
    }

    /** The newest order of the same by the same person that did not fail, and whose outcome is as it was. */
    public Optional<JobRow> same(String name, String askedBy, String content) {
        return with(table -> table.same(name, askedBy, content));
    }

    /** Those asked for last, newest first. */
    public List<JobRow> newest(String name, int limit) {
        return with(table -> table.newest(name, limit));
    }

    /** Those that were done before that and of whose outcome nothing is remembered. */
    public List<JobRow> doneBefore(String name, Instant moment) {
        return with(table -> table.doneBefore(name, moment));
    }

    /** Remembers what became of what one made. */
    public void remember(String name, String key, String result) {
        with(table -> {
            table.remember(name, key, result);
            return result;
        });
    }

    private <T> T with(Statements<T> statements) {
        return Sql.with(dataSource, connection -> statements.on(new JobTable(connection)));
    }

    /** Something asked of the table. */
    private interface Statements<T> {
        T on(JobTable table) throws SQLException;
    }
}
