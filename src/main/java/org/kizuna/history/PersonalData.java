package org.kizuna.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Sql;

/** Reads what the journal says of persons, which it holds as commitments only. */
public final class PersonalData {

    /** Name of the only member of the JSON object that stands in a value's place. No text can look like it in JSON. */
    static final String MARK = "personal";

    /** The note that erased a value says so under this action. */
    public static final String ERASED_BY = "PersonRegister.erase";

    private static final Pattern COMMITMENT = Pattern.compile("\\{\"" + MARK + "\":\"([0-9a-f]{64})\"}");
    private static final int AT_ONCE = 500;

    private final Connection connection;

    public PersonalData(Connection connection) {
        this.connection = connection;
    }

    /** The changes with what they say of persons, or that it was erased; one for one. */
    public List<JournalEntry> told(List<JournalEntry> changes) throws SQLException {
        Set<String> wanted = new LinkedHashSet<>();
        changes.forEach(change -> wanted.addAll(commitments(change)));
        if (wanted.isEmpty()) {
            return changes;
        }
        Map<String, Kept> kept = kept(wanted);
        List<JournalEntry> told = new ArrayList<>();
        for (JournalEntry change : changes) {
            told.add(change.with(told(change.before(), kept), told(change.after(), kept)));
        }
        return told;
    }

    private static @Nullable String told(@Nullable String json, Map<String, Kept> kept) {
        if (json == null || !json.contains(MARK)) {
            return json;
        }
        return COMMITMENT.matcher(json).replaceAll(found -> {
            Kept value = kept.get(found.group(1));
            return Matcher.quoteReplacement(value == null ? found.group() : CanonicalJson.write(value.told()));
        });
    }

    /** Those that stand in a change before or after, in their order. */
    public static Set<String> commitments(JournalEntry change) {
        Set<String> found = new LinkedHashSet<>();
        for (String json : new @Nullable String[] {change.before(), change.after()}) {
            if (json != null && json.contains(MARK)) {
                COMMITMENT.matcher(json).results().forEach(match -> found.add(match.group(1)));
            }
        }
        return found;
    }

    /** By commitment, what is kept of them. */
    public Map<String, Kept> kept(Collection<String> commitments) throws SQLException {
        Map<String, Kept> kept = new HashMap<>();
        List<String> all = List.copyOf(commitments);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            read(all.subList(from, Math.min(all.size(), from + AT_ONCE)), kept);
        }
        return kept;
    }

    private void read(List<String> commitments, Map<String, Kept> kept) throws SQLException {
        Sql.on(
                        connection,
                        "SELECT p.commitment, p.entity, p.entity_id, p.person, p.value, p.salt, p.erased_in,"
                                + " s.recorded_at, s.action, s.detail FROM journal_personal p"
                                + " LEFT JOIN journal_change_set s ON s.id = p.erased_in WHERE p.commitment IN ("
                                + Sql.marks(commitments.size()) + ")",
                        commitments)
                .each(row -> {
                    Instant erasedAt = Sql.momentOrNull(row, 8);
                    kept.put(
                            row.getString(1),
                            new Kept(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getLong(3),
                                    row.getString(4),
                                    row.getString(5),
                                    row.getString(6),
                                    row.getObject(7) == null ? null : row.getLong(7),
                                    erasedAt == null
                                            ? null
                                            : LocalDate.ofInstant(erasedAt, ZoneOffset.UTC)
                                                    .toString(),
                                    row.getString(9),
                                    row.getString(10)));
                });
    }

    /**
     * What is kept for a commitment: person, value and salt, or in which change set they were erased.
     *
     * @param erasedOn day of that change set, UTC
     * @param erasedBy its action
     * @param erasure what it says of itself, as canonical JSON
     */
    public record Kept(
            String commitment,
            String entity,
            long entityId,
            @Nullable String person,
            @Nullable String value,
            @Nullable String salt,
            @Nullable Long erasedIn,
            @Nullable String erasedOn,
            @Nullable String erasedBy,
            @Nullable String erasure) {

        /** In words. */
        public String told() {
            return value == null ? "erased on " + erasedOn : value;
        }

        /** Canonical JSON of salt, person and value, whose hash the commitment is; null once they are erased. */
        public @Nullable String opening() {
            return person == null || value == null || salt == null
                    ? null
                    : CanonicalJson.write(List.of(salt, person, value));
        }

        /** Whether it is what was committed to, or was erased by a note that names it. */
        public boolean isTrue() {
            if (erasedIn == null) {
                return person != null
                        && value != null
                        && salt != null
                        && new PersonalValue(person, value).commitment(salt).equals(commitment);
            }
            return person == null
                    && value == null
                    && salt == null
                    && ERASED_BY.equals(erasedBy)
                    && erasure != null
                    && erasure.contains('"' + commitment + '"');
        }
    }
}
