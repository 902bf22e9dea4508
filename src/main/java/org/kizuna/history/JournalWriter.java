package org.kizuna.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.hibernate.engine.spi.SessionImplementor;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Action;
import org.kizuna.shared.Despite;
import org.kizuna.shared.JournaledRecord;
import org.kizuna.shared.ManyRows;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Sql;
import org.kizuna.shared.Time;
import org.kizuna.shared.VersionedEntity;

/** Appends change sets to the journal's tables, on the connection of the transaction that makes the changes. */
final class JournalWriter {

    private static final int LONGEST_LABEL = 250;

    /** A clock that was set back must not make what is recorded now older than what was sealed before. */
    private static final String NOT_BEFORE_THE_NEWEST_HEAD = "GREATEST(CAST(? AS DATETIME(6)), COALESCE((SELECT"
            + " h.sealed_at FROM journal_head h ORDER BY h.tree_size DESC LIMIT 1), CAST('1970-01-01' AS DATETIME(6))))";

    private final SessionImplementor session;

    JournalWriter(SessionImplementor session) {
        this.session = session;
    }

    /**
     * @param firstPart id of the change set that this one continues, or null
     * @return id of the change set
     */
    long write(Action intent, List<PendingChange> changes, @Nullable Long firstPart) {
        // read before the connection is borrowed: reading on the way would give it back
        List<Written> rows = new ArrayList<>();
        Commitments commitments = new Commitments(session);
        for (PendingChange change : changes) {
            rows.add(written(change, commitments));
        }
        Map<String, Object> told = new TreeMap<>();
        if (firstPart != null) {
            told.put("continues", firstPart);
        }
        if (!Despite.accepted().isEmpty()) {
            told.put(JournalEntry.DESPITE, Despite.accepted());
        }
        String detail = told.isEmpty() ? null : CanonicalJson.write(told);
        return session.doReturningWork(connection -> {
            long id = append(connection, intent, detail, rows);
            commitments.append(connection);
            return id;
        });
    }

    /**
     * Notes something that changes no record.
     *
     * @return id of the change set
     */
    long note(Action intent, Map<String, Object> detail) {
        return session.doReturningWork(
                connection -> append(connection, intent, CanonicalJson.write(detail), List.of()));
    }

    private Written written(PendingChange change, Commitments commitments) {
        Map<RecordRef, Mention> mentions = new LinkedHashMap<>();
        String entity = change.entityName().substring(change.entityName().lastIndexOf('.') + 1);
        RecordRef record = new RecordRef(entity, ((Number) change.id()).longValue());
        boolean isNew = change.operation() == Operation.INSERT;
        Function<PersonalValue, Object> personal = said -> commitments.to(record, isNew, said);
        String before = isNew ? null : json(change.before(), mentions, personal);
        String after = change.operation() == Operation.DELETE ? null : json(change.after(), mentions, personal);
        return new Written(
                entity,
                record.id(),
                change.entity() instanceof JournaledRecord recorded ? shortened(recorded.label()) : null,
                change.operation(),
                change.entity() instanceof VersionedEntity stored ? stored.version() : null,
                before,
                after,
                mentions);
    }

    /** As much of the label as its column holds. */
    private static String shortened(String label) {
        return label.codePointCount(0, label.length()) > LONGEST_LABEL
                ? label.substring(0, label.offsetByCodePoints(0, LONGEST_LABEL))
                : label;
    }

    private String json(
            Map<String, @Nullable Object> fields,
            Map<RecordRef, Mention> mentions,
            Function<PersonalValue, Object> personal) {
        return CanonicalJson.write(new LiveFields(session).resolved(fields, mentions, personal));
    }

    private static long append(Connection connection, Action intent, @Nullable String detail, List<Written> rows)
            throws SQLException {
        long id = appendChangeSet(connection, intent, detail, rows.size());
        if (!rows.isEmpty()) {
            appendChanges(connection, id, rows);
            appendMentions(connection, id, rows);
        }
        return id;
    }

    private static long appendChangeSet(Connection connection, Action intent, @Nullable String detail, int changes)
            throws SQLException {
        Instant now = Time.now(Time.find());
        return Sql.on(
                        connection,
                        "INSERT INTO journal_change_set (recorded_at, actor, actor_role, channel, action, reason, detail,"
                                + " change_count) VALUES (" + NOT_BEFORE_THE_NEWEST_HEAD + ", ?, ?, ?, ?, ?, ?, ?)",
                        now,
                        intent.actor(),
                        intent.role(),
                        intent.channel().name(),
                        intent.action(),
                        reason(intent),
                        detail,
                        changes)
                .insert();
    }

    /** The action's own, and why something was accepted that was asked about. */
    private static @Nullable String reason(Action intent) {
        String despite = Despite.reason();
        return intent.reason() == null || despite == null || despite.equals(intent.reason())
                ? (intent.reason() == null ? despite : intent.reason())
                : intent.reason() + "\n" + despite;
    }

    private static void appendChanges(Connection connection, long changeSet, List<Written> rows) throws SQLException {
        ManyRows changes = new ManyRows(
                "journal_change",
                "change_set_id, position, entity, entity_id, reference, operation, version, before_values, after_values");
        for (int position = 0; position < rows.size(); position++) {
            Written row = rows.get(position);
            changes.add(
                    changeSet,
                    position,
                    row.entity(),
                    row.entityId(),
                    row.reference(),
                    row.operation().name(),
                    row.version(),
                    row.before(),
                    row.after());
        }
        changes.write(connection);
    }

    private static void appendMentions(Connection connection, long changeSet, List<Written> rows) throws SQLException {
        ManyRows mentions = new ManyRows("journal_mention", "entity, entity_id, change_set_id, position");
        for (int position = 0; position < rows.size(); position++) {
            for (Mention mention : rows.get(position).mentions().values()) {
                mentions.add(mention.entity(), mention.id(), changeSet, position);
            }
        }
        mentions.write(connection);
    }

    private record Written(
            String entity,
            long entityId,
            @Nullable String reference,
            Operation operation,
            @Nullable Long version,
            @Nullable String before,
            @Nullable String after,
            Map<RecordRef, Mention> mentions) {}
}
