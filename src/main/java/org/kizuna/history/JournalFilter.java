package org.kizuna.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Sql;
import org.kizuna.shared.Time;

/**
 * Which rows of the journal a {@link JournalScan} finds. Conditions name the change set's columns as {@code s.…} and
 * the change's as {@code c.…}.
 */
public final class JournalFilter {

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();
    private final List<String> setConditions = new ArrayList<>();
    private final List<Object> setParameters = new ArrayList<>();
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private String setIndex = "";
    private boolean byRecord;
    private boolean notes;
    private boolean selective;

    /** Days of the organisation, both inclusive; null where there is no bound. */
    public JournalFilter within(@Nullable LocalDate first, @Nullable LocalDate last) {
        from = first;
        to = last;
        if (first != null) {
            ofSets("s.recorded_at >= ?", Time.start(first));
        }
        if (last != null) {
            ofSets("s.recorded_at < ?", Time.end(last));
        }
        return this;
    }

    public JournalFilter where(String condition, Object... values) {
        selective = true;
        conditions.add(condition);
        parameters.addAll(List.of(values));
        return this;
    }

    /** Only what this actor did, along the actors' index. */
    public JournalFilter actor(String actor) {
        return along("journal_change_set_by_actor", "s.actor = ?", actor);
    }

    /** Only change sets whose action meets a condition, along the actions' index. */
    public JournalFilter action(String condition, String value) {
        return setIndex.isEmpty() ? along("journal_change_set_by_action", condition, value) : where(condition, value);
    }

    /** Only change sets of one action, under any of the names it ever had, along the actions' index. */
    public JournalFilter actions(List<String> names) {
        String condition = "s.action IN (" + Sql.marks(names.size()) + ")";
        along("journal_change_set_by_action", condition, names.get(0));
        setParameters.addAll(names.subList(1, names.size()));
        return this;
    }

    /** Only what this actor did of one kind, along the index of both. */
    public JournalFilter actorAndAction(String actor, String action) {
        ofSets("s.actor = ?", actor);
        return along("journal_change_set_by_actor_action", "s.action = ?", action);
    }

    private JournalFilter along(String index, String condition, Object value) {
        setIndex = " FORCE INDEX (" + index + ")";
        ofSets(condition, value);
        return this;
    }

    void ofSets(String condition, Object value) {
        setConditions.add(condition);
        setParameters.add(value);
    }

    /** Only changes that meet a condition on their record, of which there are few: along the records' index. */
    public JournalFilter records(String condition, Object... values) {
        byRecord = true;
        return where(condition, values);
    }

    /** Also what changed no record. */
    public JournalFilter withNotes() {
        notes = true;
        return this;
    }

    @Nullable
    LocalDate from() {
        return from;
    }

    @Nullable
    LocalDate to() {
        return to;
    }

    boolean isByRecord() {
        return byRecord;
    }

    /** Whether a change set that meets the sets' conditions may have no row that is looked for. */
    boolean isSelective() {
        return selective || !notes;
    }

    String setIndex() {
        return setIndex;
    }

    /** Begins with AND, or is empty. */
    String setConditions() {
        return and(setConditions);
    }

    List<Object> setParameters() {
        return setParameters;
    }

    String conditions() {
        return and(setConditions) + and(conditions);
    }

    List<Object> parameters() {
        List<Object> all = new ArrayList<>(setParameters);
        all.addAll(parameters);
        return all;
    }

    String tables() {
        if (byRecord) {
            return "journal_change c FORCE INDEX (journal_change_by_record) STRAIGHT_JOIN journal_change_set s"
                    + " ON s.id = c.change_set_id";
        }
        return "journal_change_set s" + setIndex
                + (notes ? " LEFT JOIN" : " STRAIGHT_JOIN")
                + " journal_change c FORCE INDEX (PRIMARY) ON c.change_set_id = s.id";
    }

    private static String and(List<String> conditions) {
        return conditions.isEmpty() ? "" : " AND (" + String.join(") AND (", conditions) + ")";
    }
}
