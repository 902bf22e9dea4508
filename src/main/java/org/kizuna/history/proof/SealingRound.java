package org.kizuna.history.proof;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;

/** A round of {@link Sealing} in a transaction of its own, and what is asked about the tree between two of them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SealingRound {

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Inject
    private SealingKey key;

    @Inject
    private Clock clock;

    /**
     * @param settled number up to which every change set is known to be sealed
     * @return how many were sealed, and the number up to which all are now
     */
    public Done seal(long settled) {
        try (Connection connection = dataSource.getConnection()) {
            return new Sealing(connection, key, clock).seal(settled);
        } catch (SQLException e) {
            throw new IllegalStateException("The journal could not be sealed", e);
        }
    }

    /** The newest head there is. */
    public Optional<TreeHead> newest() {
        try (Connection connection = dataSource.getConnection()) {
            return new SealedTree(connection).head(null);
        } catch (SQLException e) {
            throw new IllegalStateException("The sealed tree could not be read", e);
        }
    }

    /** The head of a tree of this size, if that one was signed. */
    public Optional<TreeHead> head(long size) {
        try (Connection connection = dataSource.getConnection()) {
            return new SealedTree(connection).head(size).filter(head -> head.size() == size);
        } catch (SQLException e) {
            throw new IllegalStateException("The sealed tree could not be read", e);
        }
    }

    /** Whether the tree is still, or begins with, the one of a size that had a root. */
    public boolean continues(long size, String root) {
        try (Connection connection = dataSource.getConnection()) {
            SealedTree tree = new SealedTree(connection);
            return tree.head(null).filter(head -> head.size() >= size).isPresent()
                    && HexFormat.of().formatHex(new MerkleTree(tree).root(size)).equals(root);
        } catch (SQLException e) {
            throw new IllegalStateException("The sealed tree could not be read", e);
        }
    }

    /** What a round did. */
    public record Done(int sealed, long settled) {}
}
