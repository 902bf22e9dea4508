package org.kizuna.history;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.hibernate.engine.spi.SessionImplementor;
import org.kizuna.shared.ManyRows;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Sql;

/**
 * Puts a commitment in the place of each thing a change set says of a person, and keeps the thing itself where it can
 * be erased. What a record said before keeps its commitment for as long as it is not erased.
 */
final class Commitments {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;

    private final SessionImplementor session;
    private final Map<RecordRef, Map<PersonalValue, String>> known = new HashMap<>();
    private final List<Fresh> fresh = new ArrayList<>();

    Commitments(SessionImplementor session) {
        this.session = session;
    }

    /** @return what stands in the journal */
    Map<String, String> to(RecordRef record, boolean isNew, PersonalValue value) {
        Map<PersonalValue, String> kept = known.computeIfAbsent(
                record, ref -> isNew ? new HashMap<>() : session.doReturningWork(connection -> read(connection, ref)));
        return Map.of(PersonalData.MARK, kept.computeIfAbsent(value, said -> {
            byte[] salt = new byte[SALT_BYTES];
            RANDOM.nextBytes(salt);
            Fresh row = new Fresh(record, HexFormat.of().formatHex(salt), said);
            fresh.add(row);
            return row.commitment();
        }));
    }

    private static Map<PersonalValue, String> read(Connection connection, RecordRef record) throws SQLException {
        Map<PersonalValue, String> kept = new HashMap<>();
        Sql.on(
                        connection,
                        "SELECT person, value, commitment FROM journal_personal WHERE entity = ? AND entity_id = ?"
                                + " AND erased_in IS NULL",
                        record.kind(),
                        record.id())
                .each(row -> kept.put(new PersonalValue(row.getString(1), row.getString(2)), row.getString(3)));
        return kept;
    }

    /** Keeps what was not kept yet. */
    void append(Connection connection) throws SQLException {
        ManyRows rows = new ManyRows("journal_personal", "commitment, entity, entity_id, person, value, salt");
        for (Fresh row : fresh) {
            rows.add(
                    row.commitment(),
                    row.record().kind(),
                    row.record().id(),
                    row.value().person(),
                    row.value().value(),
                    row.salt());
        }
        rows.write(connection);
    }

    private record Fresh(RecordRef record, String salt, PersonalValue value) {

        String commitment() {
            return value.commitment(salt);
        }
    }
}
