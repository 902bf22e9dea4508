package org.kizuna.history.audit;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.kizuna.history.audit.Finding.Kind;
import org.kizuna.history.proof.SealingWatch;
import org.kizuna.shared.KeptSums;

/**
 * Looks at everything there is: computes the seals again from the journal, replays the journal, and holds the tables
 * against the result, row by row, and what is kept of sums against the records. What it finds it keeps, and
 * says in the server's log as an error.
 */
@PermitAll
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SelfAudit {

    private static final Logger LOG = System.getLogger(SelfAudit.class.getName());
    private static final int KEPT = 1000;

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Inject
    private SealingWatch watch;

    @Inject
    private SealChecks checks;

    @Inject
    private LiveRecords live;

    @Inject
    @Any
    private Instance<KeptSums> sums;

    @Inject
    private AuditBook book;

    /** @param run number that {@link AuditBook} gave */
    public void look(long run) {
        Progress progress = new Progress(run);
        try {
            late(progress);
            try (Connection connection = dataSource.getConnection()) {
                checks.complete(connection, progress, progress::changeSets);
            }
            for (Map.Entry<String, String> kind : live.kinds().entrySet()) {
                try (Connection connection = dataSource.getConnection()) {
                    new LiveCheck(connection, live, kind.getKey(), kind.getValue(), progress).run(progress::records);
                }
            }
            sums.forEach(kept -> kept.check((place, field, expected, found) ->
                    progress.accept(new Finding(Kind.ROW_ALTERED, place, field, expected, found))));
            progress.say();
            book.close(run, null);
        } catch (SQLException | EJBException | IllegalStateException e) {
            LOG.log(Level.ERROR, "The register could not look at itself to the end", e);
            progress.say();
            book.close(run, String.valueOf(e.getMessage()));
        }
    }

    private void late(Progress progress) {
        SealingWatch.State state = watch.state();
        if (state.isLate()) {
            progress.accept(new Finding(
                    Kind.SEALING_LATE,
                    "journal_change_set",
                    "sealed",
                    SealingWatch.LATE.toSeconds() + " s",
                    state.age().toSeconds() + " s"));
        }
    }

    /** How far it got. */
    private final class Progress implements Consumer<Finding> {

        private final long run;
        private long changeSets;
        private long records;
        private int findings;

        Progress(long run) {
            this.run = run;
        }

        void changeSets(long seen) {
            changeSets = seen;
            say();
        }

        void records(long more) {
            records += more;
            say();
        }

        @Override
        public void accept(Finding finding) {
            findings++;
            LOG.log(
                    Level.ERROR,
                    "NOT AS THE JOURNAL SAYS: {0}: {1}, field {2}",
                    finding.kind(),
                    finding.place(),
                    finding.field());
            if (findings <= KEPT) {
                book.add(run, findings, finding);
            }
        }

        void say() {
            book.progress(run, changeSets, records, findings);
        }
    }
}
