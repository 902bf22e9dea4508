package org.kizuna.search;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.paging.KeysetQuery;

/** Narrows a list to the records that have every word of a question. */
public final class SearchFilter {

    /** So many records are sooner read and sorted than found on the way through the list. */
    private static final int FEW = 1000;

    /** So many are sooner remembered before the way through the list than asked for one by one on it. */
    private static final int MANY = 10_000;

    private SearchFilter() {}

    /**
     * @param kind name of the listed entity
     * @param id JPQL of its id
     */
    public static <T> KeysetQuery<T> apply(
            EntityManager entities, KeysetQuery<T> query, String kind, String id, @Nullable String question) {
        return apply(entities, query, kind, id, question, FEW, MANY);
    }

    static <T> KeysetQuery<T> apply(
            EntityManager entities,
            KeysetQuery<T> query,
            String kind,
            String id,
            @Nullable String question,
            int few,
            int many) {
        List<String> words = SearchWords.asked(question);
        if (words.isEmpty()) {
            // signs alone, as "%%": nothing is called that
            return query.filter(question != null && !question.isBlank(), "1 = 0");
        }
        for (int i = 0; i < words.size(); i++) {
            String alias = "word" + i;
            FrequentWord word = new FrequentWord(entities, words.get(i), kind);
            String terms = alias + ".recordId from SearchTerm " + alias + " where " + alias + ".kind = '" + kind
                    + "' and " + alias + ".term like :" + alias + " escape '!'";
            String beginning = id + " in (select " + terms + ")";
            // a sum and a count, so that no database begins with the word and sorts all that have it
            String along = id + " + 0 in (select " + terms + ")";
            String oneByOne = "(select count(*)" + terms.substring(terms.indexOf(' ')) + " and " + alias
                    + ".recordId = " + id + ") > 0";
            query.filter(
                    beginning,
                    () -> {
                        int having = word.count(many);
                        return having <= few ? beginning : having <= many ? along : oneByOne;
                    },
                    alias,
                    prefix(words.get(i)));
        }
        return query;
    }

    /** What a LIKE with {@code escape '!'} asks for, to find what begins so. */
    static String prefix(String word) {
        return word.replace("!", "!!").replace("_", "!_").replace("%", "!%") + "%";
    }
}
