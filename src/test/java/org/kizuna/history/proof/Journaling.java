package org.kizuna.history.proof;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Random;

/** What a server without a container does to the journal. */
final class Journaling {

    private final Connection connection;
    private final SealingKey key;

    Journaling(Connection connection, SealingKey key) {
        this.connection = connection;
        this.key = key;
    }

    /** The key in the file that {@code kizuna.seal.key} names. */
    static SealingKey key() {
        SealingKey key = new SealingKey();
        key.open();
        return key;
    }

    /** A change set with one to three changes, which the caller commits. */
    long append(Random random) throws SQLException {
        int changes = 1 + random.nextInt(3);
        long id = changeSet(changes);
        try (PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO journal_change (change_set_id, position, entity, entity_id, reference, operation,"
                                + " version, before_values, after_values) VALUES (?, ?, 'Partner', ?, ?, 'INSERT', 0, NULL, ?)");
                PreparedStatement mention = connection.prepareStatement(
                        "INSERT INTO journal_mention (entity, entity_id, change_set_id, position) VALUES ('Unit', 1, ?, ?)")) {
            for (int position = 0; position < changes; position++) {
                insert.setLong(1, id);
                insert.setInt(2, position);
                insert.setLong(3, random.nextInt(1000));
                insert.setString(4, "P-" + random.nextInt(1000));
                insert.setString(5, "{\"legalName\":\"Partner " + random.nextInt() + "\"}");
                insert.executeUpdate();
                mention.setLong(1, id);
                mention.setInt(2, position);
                mention.executeUpdate();
            }
        }
        return id;
    }

    private long changeSet(int changes) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO journal_change_set (recorded_at, actor, actor_role, channel, action, reason, detail,"
                        + " change_count) VALUES (?, 'officer', 'OFFICER', 'PAGE', 'PartnerRegister.register', NULL, NULL, ?)",
                Statement.RETURN_GENERATED_KEYS)) {
            insert.setObject(1, LocalDateTime.now(ZoneOffset.UTC));
            insert.setInt(2, changes);
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    /** Seals what is committed; the caller commits. */
    int seal() throws SQLException {
        return new TreeAppender(connection, key, Clock.systemUTC(), Duration.ofMinutes(5))
                .seal(0)
                .sealed();
    }

    TreeHead head() throws SQLException {
        return new SealedTree(connection).head(null).orElseThrow();
    }

    /** As {@link SealTransaction#continues}. */
    boolean continues(KeptHead.Kept kept) throws SQLException {
        SealedTree tree = new SealedTree(connection);
        return tree.head(null).filter(head -> head.size() >= kept.size()).isPresent()
                && HexFormat.of()
                        .formatHex(new MerkleTree(tree).root(kept.size()))
                        .equals(kept.root());
    }
}
