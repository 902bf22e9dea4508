package org.kizuna.history.migration;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.hibernate.engine.spi.SessionImplementor;
import org.kizuna.history.vocabulary.Vocabulary;
import org.kizuna.shared.Action;
import org.kizuna.shared.ActionContext;
import org.kizuna.shared.Channel;
import org.kizuna.shared.MigrationStep;
import org.kizuna.shared.Sql;
import org.kizuna.shared.Time;

/**
 * Takes one step, each part of it in a transaction that is no longer than any other may be; the mark that it was taken is
 * set in that of the last part.
 */
@Stateless
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class OneMigrationStep {

    private static final Logger LOG = System.getLogger(OneMigrationStep.class.getName());

    private static final String ACTOR = "system";

    /** What MariaDB and MySQL call it [ER_LOCK_WAIT_TIMEOUT]. */
    private static final int LOCK_WAIT_TIMEOUT = 1205;

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Resource
    private UserTransaction transaction;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ActionContext intents;

    @Inject
    private Clock clock;

    /**
     * Takes the step unless it has been taken. Where another server is at a part of it, this waits for that part.
     *
     * @return whether its last part was taken now
     */
    public boolean take(MigrationStep step) {
        String migration = step.migration();
        number(migration);
        try {
            announce(migration);
            Attempt outcome;
            do {
                outcome = attempt(step);
                if (outcome == Attempt.TAKEN_IN_PART) {
                    LOG.log(Level.INFO, "The records are being brought to {0}", migration);
                }
            } while (outcome == Attempt.ANOTHER_IS_AT_IT || outcome == Attempt.TAKEN_IN_PART);
            if (outcome == Attempt.TAKEN) {
                LOG.log(Level.INFO, "The records were brought to {0}", migration);
            }
            return outcome == Attempt.TAKEN;
        } catch (NotSupportedException
                | SystemException
                | RollbackException
                | HeuristicMixedException
                | HeuristicRollbackException e) {
            throw new IllegalStateException("The records could not be brought to " + migration, e);
        }
    }

    /** @throws IllegalArgumentException when it is no migration's */
    static int number(String migration) {
        return Vocabulary.migration("A step", migration);
    }

    /** Puts the row there that is locked; committed at once. */
    private void announce(String migration) {
        Sql.with(dataSource, connection -> Sql.on(
                        connection, "INSERT IGNORE INTO migration_step (name) VALUES (?)", migration)
                .update());
    }

    private Attempt attempt(MigrationStep step)
            throws NotSupportedException, SystemException, RollbackException, HeuristicMixedException,
                    HeuristicRollbackException {
        transaction.begin();
        try {
            SessionImplementor session = entities.unwrap(SessionImplementor.class);
            Attempt outcome = session.doReturningWork(connection -> lock(connection, step.migration()));
            if (outcome == Attempt.TAKEN) {
                intents.begin(new Action(ACTOR, "", Channel.SYSTEM, Vocabulary.MIGRATION + step.migration(), null));
                boolean goesOn = step.run(entities);
                entities.flush();
                if (goesOn) {
                    outcome = Attempt.TAKEN_IN_PART;
                } else {
                    session.doWork(connection -> mark(connection, step.migration()));
                }
                transaction.commit();
            }
            return outcome;
        } finally {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
        }
    }

    private static Attempt lock(Connection connection, String migration) throws SQLException {
        try {
            boolean taken = Sql.on(
                            connection, "SELECT taken_at FROM migration_step WHERE name = ? FOR UPDATE", migration)
                    .first(row -> row.getObject(1) != null)
                    .orElseThrow();
            return taken ? Attempt.WAS_TAKEN : Attempt.TAKEN;
        } catch (SQLException e) {
            if (e.getErrorCode() == LOCK_WAIT_TIMEOUT) {
                return Attempt.ANOTHER_IS_AT_IT;
            }
            throw e;
        }
    }

    private void mark(Connection connection, String migration) throws SQLException {
        Sql.on(connection, "UPDATE migration_step SET taken_at = ? WHERE name = ?", Time.now(clock), migration)
                .update();
    }

    private enum Attempt {
        TAKEN,
        TAKEN_IN_PART,
        WAS_TAKEN,
        ANOTHER_IS_AT_IT
    }
}
