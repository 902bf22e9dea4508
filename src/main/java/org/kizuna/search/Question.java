package org.kizuna.search;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.CountryNames;
import org.kizuna.shared.Text;

/**
 * What somebody asks the search for.
 *
 * @param text as typed, in one spelling
 * @param words what words of a record have to begin with
 * @param kind name of the entity, or null for all
 */
record Question(String text, List<String> words, @Nullable String kind) {

    private static final int THOUSANDS = 3000;

    static Question of(@Nullable String typed, @Nullable String kind) {
        return new Question(Text.compared(typed), SearchWords.asked(typed), kind);
    }

    /** Written as references are: with hyphens for any dash. */
    String reference() {
        return text.replaceAll("[\\p{Pd}\\u2212]", "-");
    }

    /** Records whose acronym it is, then those whose name it is, then those of the country that is usually called so. */
    List<SearchEntry> exact(EntityManager entities, int limit) {
        List<SearchEntry> found = new ArrayList<>(named(entities, List.of(KnownName.form(text)), limit));
        List<String> country = CountryNames.find(text).map(CountryNames::spellings).orElse(List.of()).stream()
                .map(KnownName::form)
                .toList();
        if (!country.isEmpty()) {
            named(entities, country, limit).stream()
                    .filter(entry -> found.stream().noneMatch(entry::isSame))
                    .forEach(found::add);
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    private List<SearchEntry> named(EntityManager entities, List<String> forms, int limit) {
        Query query = entities.createNativeQuery(
                        "SELECT e.* FROM search_entry e JOIN (SELECT n.kind, n.record_id, MAX(n.acronym) AS acronym FROM"
                                + " search_name n WHERE n.form IN (:forms)"
                                + (kind == null ? "" : " AND n.kind = :kind")
                                + " GROUP BY n.kind, n.record_id) named ON named.kind = e.kind AND named.record_id ="
                                + " e.record_id ORDER BY named.acronym DESC, e.title, e.kind, e.record_id",
                        SearchEntry.class)
                .setParameter("forms", forms)
                .setMaxResults(limit);
        return (kind == null ? query : query.setParameter("kind", kind)).getResultList();
    }

    /** Records that have every word, those whose title begins so first. */
    List<SearchEntry> withAllWords(EntityManager entities, int limit) {
        return withAll(entities, words.stream().map(List::of).toList(), limit);
    }

    /** Records that have every word or what it may have been meant to be; none where there is nothing it may have been. */
    List<SearchEntry> withASlip(EntityManager entities, int limit) {
        List<List<String>> choices = new ArrayList<>();
        boolean slip = false;
        for (String word : words) {
            Set<String> choice = new LinkedHashSet<>(List.of(word));
            choice.addAll(Slips.meant(entities, word));
            slip |= choice.size() > 1;
            choices.add(List.copyOf(choice));
        }
        return slip ? withAll(entities, choices, limit) : List.of();
    }

    private List<SearchEntry> withAll(EntityManager entities, List<List<String>> choices, int limit) {
        int rarest = rarest(entities, choices);
        StringBuilder jpql = new StringBuilder("select e from SearchEntry e where ");
        for (int i = 0; i < choices.size(); i++) {
            String terms = " from SearchTerm t where t.kind = e.kind and t.recordId = e.recordId and "
                    + beginning("t.term", i, choices.get(i).size());
            // one word leads to the records; the others are asked of each, whatever the database would rather do
            jpql.append(i == 0 ? "" : " and ")
                    .append(i == rarest ? "exists (select 1" + terms + ")" : "(select count(*)" + terms + ") > 0");
        }
        jpql.append(kind == null ? "" : " and e.kind = :kind")
                .append(
                        " order by case when e.title like :start escape '!' then 1 else 2 end, e.title, e.kind, e.recordId");
        var query = entities.createQuery(jpql.toString(), SearchEntry.class);
        for (int i = 0; i < choices.size(); i++) {
            for (int j = 0; j < choices.get(i).size(); j++) {
                query.setParameter(
                        name(i, j), SearchFilter.prefix(choices.get(i).get(j)));
            }
        }
        if (kind != null) {
            query.setParameter("kind", kind);
        }
        return query.setParameter("start", SearchFilter.prefix(text))
                .setMaxResults(limit)
                .getResultList();
    }

    private int rarest(EntityManager entities, List<List<String>> choices) {
        int rarest = 0;
        int fewest = Integer.MAX_VALUE;
        for (int i = 0; choices.size() > 1 && i < choices.size(); i++) {
            int count = choices.get(i).stream()
                    .mapToInt(word -> new FrequentWord(entities, word, kind).count(THOUSANDS))
                    .sum();
            if (count < fewest) {
                fewest = count;
                rarest = i;
            }
        }
        return rarest;
    }

    static String beginning(String term, int word, int choices) {
        return Stream.iterate(0, i -> i + 1)
                .limit(choices)
                .map(i -> term + " like :" + name(word, i) + " escape '!'")
                .reduce((left, right) -> left + " or " + right)
                .map(all -> choices == 1 ? all : "(" + all + ")")
                .orElseThrow();
    }

    static String name(int word, int choice) {
        return "word" + word + (choice == 0 ? "" : "_" + choice);
    }
}
