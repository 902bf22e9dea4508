package org.kizuna.search;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question of one word with which thousands of records have a word begin. They are not all read and sorted: the
 * records are gone through in the order of their titles, and the few that are wanted are soon found.
 */
final class FrequentWord {

    private static final int THOUSANDS = 3000;

    private final EntityManager entities;
    private final String word;
    private final @Nullable String kind;

    /** @param kind name of the entity, or null for all */
    FrequentWord(EntityManager entities, String word, @Nullable String kind) {
        this.entities = entities;
        this.word = SearchFilter.prefix(word);
        this.kind = kind;
    }

    /** Whether the word is one of those. */
    boolean isFrequent() {
        return count(THOUSANDS) > THOUSANDS;
    }

    /** How many have a word that begins with it, counted no further than one more than the most. */
    int count(int most) {
        Query query = entities.createNativeQuery(
                "SELECT COUNT(*) FROM (SELECT 1 FROM search_term t WHERE t.term LIKE :word" + " ESCAPE '!'"
                        + (kind == null ? "" : " AND t.kind = :kind") + " LIMIT " + (most + 1L) + ") counted");
        return ((Number) with(query).getSingleResult()).intValue();
    }

    /** Those whose reference the question is, those whose title begins with it, and the others. */
    List<SearchEntry> find(String question, int limit) {
        String start = SearchFilter.prefix(question);
        List<SearchEntry> found = new ArrayList<>(entries(question, "", "e.reference = :question", limit));
        String others = "e.reference <> :question AND e.title ";
        found.addAll(entries(question, start, others + "LIKE :start ESCAPE '!'", limit - found.size()));
        found.addAll(entries(question, start, others + "NOT LIKE :start ESCAPE '!'", limit - found.size()));
        return found;
    }

    @SuppressWarnings("unchecked")
    private List<SearchEntry> entries(String question, String start, String condition, int limit) {
        if (limit == 0) {
            return List.of();
        }
        String index = start.isEmpty() ? "" : " FORCE INDEX (search_entry_by_title)";
        // a subquery for its value: no database may turn it round and begin with the word
        Query query = entities.createNativeQuery(
                "SELECT e.* FROM search_entry e" + index + " WHERE " + condition
                        + (kind == null ? "" : " AND e.kind = :kind")
                        + " AND (SELECT 1 FROM search_term t WHERE t.kind = e.kind AND t.record_id = e.record_id AND"
                        + " t.term LIKE :word ESCAPE '!' LIMIT 1) = 1 ORDER BY e.title, e.kind, e.record_id",
                SearchEntry.class);
        with(query).setParameter("question", question);
        if (!start.isEmpty()) {
            query.setParameter("start", start);
        }
        return query.setMaxResults(limit).getResultList();
    }

    private Query with(Query query) {
        query.setParameter("word", word);
        return kind == null ? query : query.setParameter("kind", kind);
    }
}
