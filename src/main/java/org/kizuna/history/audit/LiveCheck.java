package org.kizuna.history.audit;

import jakarta.ejb.EJBException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.JournalEntry;
import org.kizuna.history.JournalReader;
import org.kizuna.history.Replayed;
import org.kizuna.history.UnreadableChange;
import org.kizuna.history.audit.Finding.Kind;
import org.kizuna.history.vocabulary.Vocabulary;

/** Replays the journal of one kind of record and holds every row of its table against the result. */
final class LiveCheck {

    private static final int AT_ONCE = 100;

    /** Somebody may save while a row is looked at: what then differs is looked at again. */
    private static final int LOOKS = 5;

    private final Connection connection;
    private final LiveRecords live;
    private final String kind;
    private final String table;
    private final Consumer<Finding> findings;

    LiveCheck(Connection connection, LiveRecords live, String kind, String table, Consumer<Finding> findings) {
        this.connection = connection;
        this.live = live;
        this.kind = kind;
        this.table = table;
        this.findings = findings;
    }

    /** @param progress is told how many more records were looked at */
    void run(LongConsumer progress) throws SQLException {
        long after = Long.MIN_VALUE;
        while (true) {
            TreeSet<Long> ids = new TreeSet<>(live.ids(kind, after, AT_ONCE));
            ids.addAll(new JournalReader(connection).ids(kind, after, AT_ONCE));
            if (ids.isEmpty()) {
                return;
            }
            List<Long> some = ids.stream().limit(AT_ONCE).toList();
            long upTo = some.get(some.size() - 1);
            if (!agree(after, upTo)) {
                for (long id : some) {
                    one(id);
                }
            }
            progress.accept(some.size());
            after = upTo;
        }
    }

    /** Whether all the rows are what the journal tells: so it is nearly always. */
    private boolean agree(long after, long upTo) throws SQLException {
        List<Finding> found = new ArrayList<>();
        try {
            Map<Long, LiveRecords.Live> rows = live.read(kind, after, upTo);
            Map<Long, List<JournalEntry>> changes = changes(after, upTo);
            TreeSet<Long> ids = new TreeSet<>(rows.keySet());
            ids.addAll(changes.keySet());
            ids.forEach(id -> compare(id, rows.get(id), changes.getOrDefault(id, List.of()), found));
        } catch (EJBException | IllegalArgumentException | UnreadableChange e) {
            return false;
        }
        return found.isEmpty();
    }

    private Map<Long, List<JournalEntry>> changes(long after, long upTo) throws SQLException {
        Map<Long, List<JournalEntry>> changes = new TreeMap<>();
        for (JournalEntry change : new JournalReader(connection).changes(kind, after, upTo)) {
            changes.computeIfAbsent(change.entityId(), id -> new ArrayList<>()).add(change);
        }
        return changes;
    }

    void one(long id) throws SQLException {
        List<Finding> found = List.of();
        for (int look = 0; look < LOOKS; look++) {
            List<Finding> again = look(id);
            if (again.isEmpty() || (look > 0 && again.equals(found))) {
                found = again;
                break;
            }
            found = again;
        }
        found.forEach(findings);
    }

    private List<Finding> look(long id) throws SQLException {
        List<Finding> found = new ArrayList<>();
        try {
            compare(id, live.read(kind, id - 1, id).get(id), changes(id - 1, id).getOrDefault(id, List.of()), found);
            found.replaceAll(
                    finding -> finding.field() != null && Vocabulary.today().isPersonal(kind, finding.field())
                            ? unsaid(id, finding, finding.field())
                            : finding);
        } catch (EJBException e) {
            found.add(new Finding(Kind.UNREADABLE, place(id, null), null, null, cause(e)));
        } catch (IllegalArgumentException | UnreadableChange e) {
            found.add(new Finding(
                    Kind.UNREADABLE,
                    "journal_change of " + place(id, null),
                    null,
                    null,
                    String.valueOf(e.getMessage())));
        }
        return found;
    }

    /**
     * A finding is kept after the person it is about was erased: it has the commitments that were sealed, and not what
     * they stand for.
     */
    private Finding unsaid(long id, Finding finding, String field) {
        try {
            Replayed committed = new Replayed();
            new JournalReader(connection).committedChanges(kind, id).forEach(committed::lay);
            String sealed = committed.fields().get(field);
            return new Finding(
                    finding.kind(),
                    finding.place(),
                    field,
                    sealed == null || !sealed.contains("{\"personal\":") ? null : sealed,
                    null);
        } catch (SQLException | IllegalArgumentException | UnreadableChange e) {
            return new Finding(finding.kind(), finding.place(), field, null, null);
        }
    }

    private static String cause(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private void compare(long id, LiveRecords.@Nullable Live row, List<JournalEntry> changes, List<Finding> found) {
        Replayed replayed = new Replayed();
        for (JournalEntry change : changes) {
            for (Replayed.Difference difference : replayed.lay(change)) {
                found.add(new Finding(
                        Kind.CHANGE_CONTRADICTS,
                        "journal_change, change_set_id " + change.changeSet() + ", position " + change.position(),
                        difference.field(),
                        difference.told(),
                        difference.found()));
            }
        }
        String place = place(id, replayed.reference());
        if (row == null) {
            if (replayed.isThere()) {
                found.add(Finding.of(Kind.ROW_MISSING, place));
            }
        } else if (!replayed.isThere()) {
            found.add(Finding.of(Kind.ROW_ADDED, place));
        } else {
            replayed.against(row.fields())
                    .forEach(difference -> found.add(new Finding(
                            Kind.ROW_ALTERED, place, difference.field(), difference.told(), difference.found())));
            if (!Objects.equals(row.version(), replayed.version())) {
                found.add(new Finding(
                        Kind.ROW_ALTERED,
                        place,
                        "version",
                        String.valueOf(replayed.version()),
                        String.valueOf(row.version())));
            }
        }
    }

    private String place(long id, @Nullable String reference) {
        return table + ", id " + id + (reference == null ? "" : " (" + reference + ")");
    }
}
