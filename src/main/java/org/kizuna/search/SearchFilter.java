package org.kizuna.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.paging.KeysetQuery;

/** Narrows a list to the records that have every word of a question. */
public final class SearchFilter {

    private SearchFilter() {}

    /**
     * @param kind name of the listed entity
     * @param id JPQL of its id
     */
    public static <T> KeysetQuery<T> apply(KeysetQuery<T> query, String kind, String id, @Nullable String question) {
        List<String> words = SearchWords.asked(question);
        if (words.isEmpty()) {
            // signs alone, as "%%": nothing is called that
            return query.filter(question != null && !question.isBlank(), "1 = 0");
        }
        for (int i = 0; i < words.size(); i++) {
            String alias = "word" + i;
            query.filter(
                    id + " in (select " + alias + ".recordId from SearchTerm " + alias + " where " + alias + ".kind = '"
                            + kind + "' and " + alias + ".term like :" + alias + " escape '!')",
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
