package org.kizuna.history.proof;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.kizuna.shared.LongestTransaction;
import org.kizuna.shared.Sql;

/** A round of {@link TreeAppender} in a transaction of its own, and what is asked about the tree between two of them. */
@PermitAll
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
public class SealTransaction {

    /** All that was left unsealed is sealed in one transaction, for which nobody waits. */
    private static final Duration BACKLOG = Duration.ofHours(6);

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Inject
    private SealingKey key;

    @Inject
    private Clock clock;

    @Inject
    private LongestTransaction longest;

    @Resource
    private UserTransaction transaction;

    /**
     * @param settled number up to which every change set is known to be sealed
     * @return how many were sealed, and the number up to which all are now
     */
    public Done seal(long settled) {
        try {
            transaction.setTransactionTimeout(Math.toIntExact(BACKLOG.toSeconds()));
            transaction.begin();
            try (Connection connection = dataSource.getConnection()) {
                Done done = new TreeAppender(connection, key, clock, longest.duration()).seal(settled);
                transaction.commit();
                return done;
            } finally {
                if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                    transaction.rollback();
                }
                transaction.setTransactionTimeout(0);
            }
        } catch (SQLException
                | NotSupportedException
                | SystemException
                | RollbackException
                | HeuristicMixedException
                | HeuristicRollbackException e) {
            throw new IllegalStateException("The journal could not be sealed", e);
        }
    }

    /** The newest head there is. */
    public Optional<TreeHead> newest() {
        return Sql.with(dataSource, connection -> new SealedTree(connection).head(null));
    }

    /** The head of a tree of this size, if that one was signed. */
    public Optional<TreeHead> head(long size) {
        return Sql.with(
                dataSource, connection -> new SealedTree(connection).head(size).filter(head -> head.size() == size));
    }

    /** Whether the tree is still, or begins with, the one of a size that had a root. */
    public boolean continues(long size, String root) {
        return Sql.with(dataSource, connection -> {
            SealedTree tree = new SealedTree(connection);
            return tree.head(null).filter(head -> head.size() >= size).isPresent()
                    && HexFormat.of().formatHex(new MerkleTree(tree).root(size)).equals(root);
        });
    }

    /**
     * What a round did.
     *
     * @param findings change sets that it sealed although something is wrong with them
     */
    public record Done(int sealed, long settled, List<SealingFinding> findings) {}
}
