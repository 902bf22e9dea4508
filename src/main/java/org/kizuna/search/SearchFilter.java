package org.kizuna.search;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.CountryNames;
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
        String named = named(entities, kind, id, question);
        for (int i = 0; i < words.size(); i++) {
            FrequentWord word = new FrequentWord(entities, words.get(i), kind);
            List<String> choices = choices(entities, word, words.get(i));
            String alias = "w" + i;
            String terms = alias + ".recordId from SearchTerm " + alias + " where " + alias + ".kind = '" + kind
                    + "' and " + Question.beginning(alias + ".term", i, choices.size());
            String beginning = id + " in (select " + terms + ")";
            // a sum and a count, so that no database begins with the word and sorts all that have it
            String along = id + " + 0 in (select " + terms + ")";
            String oneByOne = "(select count(*)" + terms.substring(terms.indexOf(' ')) + " and " + alias
                    + ".recordId = " + id + ") > 0";
            query.filter(
                    or(named, beginning),
                    () -> {
                        int having = word.count(many);
                        return or(named, having <= few ? beginning : having <= many ? along : oneByOne);
                    },
                    Question.name(i, 0),
                    prefix(choices.get(0)));
            for (int j = 1; j < choices.size(); j++) {
                query.parameter(Question.name(i, j), prefix(choices.get(j)));
            }
        }
        return query;
    }

    /** The word, or what it may have been meant to be where no record has it. */
    private static List<String> choices(EntityManager entities, FrequentWord word, String asked) {
        if (!SearchWords.mayHaveASlip(asked) || word.count(1) > 0) {
            return List.of(asked);
        }
        List<String> meant = Slips.meant(entities, asked);
        return meant.isEmpty() ? List.of(asked) : meant;
    }

    /**
     * Condition, or empty: records of the country that is usually called so are found by that name, too, and a record
     * by its reference without zeros.
     */
    private static String named(EntityManager entities, String kind, String id, @Nullable String question) {
        String ids = Stream.concat(
                        countries(entities, kind, String.valueOf(question)),
                        referred(entities, kind, String.valueOf(question)))
                .distinct()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        return ids.isEmpty() ? "" : id + " in (" + ids + ")";
    }

    private static Stream<Long> referred(EntityManager entities, String kind, String question) {
        return ShortReference.of(question).stream().flatMap(said -> entities.createQuery(
                        "select e.recordId from SearchEntry e where e.kind = :kind and e.reference = :reference",
                        Long.class)
                .setParameter("kind", kind)
                .setParameter("reference", said.full())
                .getResultStream());
    }

    private static Stream<Long> countries(EntityManager entities, String kind, String question) {
        List<String> forms = CountryNames.find(question).map(CountryNames::spellings).orElse(List.of()).stream()
                .map(KnownName::form)
                .toList();
        return forms.isEmpty()
                ? Stream.empty()
                : KnownName.records(entities, kind, forms).values().stream().flatMap(List::stream);
    }

    private static String or(String named, String condition) {
        return named.isEmpty() ? condition : "(" + named + " or " + condition + ")";
    }

    /** What a LIKE with {@code escape '!'} asks for, to find what begins so. */
    static String prefix(String word) {
        return word.replace("!", "!!").replace("_", "!_").replace("%", "!%") + "%";
    }
}
