package org.kizuna.lifecycle;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import java.io.StringReader;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.MigrationStep;
import org.kizuna.shared.Time;

/**
 * Gives the records of one kind the steps that were taken before steps were kept, as the journal tells of them: who
 * changed the state, when, why, and the day that was said.
 *
 * @param <S> states of the kind of record
 */
public abstract class StepsFromJournal<S extends Enum<S>> implements MigrationStep {

    private static final JsonReaderFactory JSON = Json.createReaderFactory(Map.of());

    /** Records read at once. */
    private static final int PART = 500;

    private final Class<?> kind;
    private final Class<S> states;
    private final Lifecycle<S, ?> lifecycle;
    private final List<String> days;

    /** How far it got; whoever has steps already, from a start that was broken off, keeps them. */
    private long after = Long.MIN_VALUE;

    /** @param days fields that say the day of a step that sets them */
    protected StepsFromJournal(Class<?> kind, Class<S> states, Lifecycle<S, ?> lifecycle, List<String> days) {
        this.kind = kind;
        this.states = states;
        this.lifecycle = lifecycle;
        this.days = days;
    }

    /** Gives a record its steps. */
    protected abstract void tell(EntityManager entities, long id, List<StepTaken> steps);

    @Override
    public boolean run(EntityManager entities) {
        List<Long> ids = ids(entities, after);
        if (ids.isEmpty()) {
            return false;
        }
        long upTo = ids.get(ids.size() - 1);
        taken(entities, after, upTo).forEach((id, steps) -> tell(entities, id, steps));
        entities.flush();
        after = upTo;
        return true;
    }

    private List<Long> ids(EntityManager entities, long after) {
        return entities.createQuery(
                        "SELECT r.id FROM " + kind.getSimpleName() + " r WHERE r.id > :after ORDER BY r.id", Long.class)
                .setParameter("after", after)
                .setMaxResults(PART)
                .getResultList();
    }

    private Map<Long, List<StepTaken>> taken(EntityManager entities, long after, long upTo) {
        Map<Long, List<StepTaken>> taken = new TreeMap<>();
        List<?> rows = entities.createNativeQuery(
                        "SELECT c.entity_id, s.recorded_at, s.actor, s.reason, c.before_values, c.after_values"
                                + " FROM journal_change c JOIN journal_change_set s ON s.id = c.change_set_id"
                                + " WHERE c.entity = :kind AND c.entity_id > :after AND c.entity_id <= :upTo"
                                + " AND c.operation = 'UPDATE' AND c.after_values LIKE :state"
                                + " ORDER BY c.entity_id, c.change_set_id, c.position",
                        Object[].class)
                .setParameter("kind", kind.getSimpleName())
                .setParameter("after", after)
                .setParameter("upTo", upTo)
                .setParameter("state", "%\"status\":%")
                .getResultList();
        for (Object row : rows) {
            Object[] values = (Object[]) row;
            StepTaken step = step(values);
            if (step != null) {
                taken.computeIfAbsent(((Number) values[0]).longValue(), id -> new ArrayList<>())
                        .add(step);
            }
        }
        return taken;
    }

    private @Nullable StepTaken step(Object[] row) {
        JsonObject before = object((String) row[4]);
        JsonObject after = object((String) row[5]);
        if (!before.containsKey("status") || !after.containsKey("status")) {
            return null;
        }
        S from = Enum.valueOf(states, before.getString("status"));
        S to = Enum.valueOf(states, after.getString("status"));
        Instant at = moment(row[1]);
        return lifecycle.from(from).stream()
                .filter(step -> step.to() == to)
                .findFirst()
                .map(step -> StepTaken.told(step.method(), day(after, at), at, (String) row[3], (String) row[2]))
                .orElse(null);
    }

    private LocalDate day(JsonObject after, Instant at) {
        for (String field : days) {
            JsonValue day = after.get(field);
            if (day instanceof JsonString text) {
                return LocalDate.parse(text.getString());
            }
        }
        return LocalDate.ofInstant(at, Time.zone());
    }

    private static JsonObject object(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private static Instant moment(Object column) {
        LocalDateTime moment =
                column instanceof Timestamp timestamp ? timestamp.toLocalDateTime() : (LocalDateTime) column;
        return moment.toInstant(ZoneOffset.UTC);
    }
}
