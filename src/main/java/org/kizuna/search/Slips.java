package org.kizuna.search;

import jakarta.persistence.EntityManager;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Words that records have and that differ from a word by one slip: a letter too many, too few, wrong, or two turned round. */
final class Slips {

    private static final int MOST = 4;

    /** In the alphabets whose words are sought so; letters that folding leaves. */
    private static final List<String> ALPHABETS = List.of(
            "abcdefghijklmnopqrstuvwxyz",
            "\u03b1\u03b2\u03b3\u03b4\u03b5\u03b6\u03b7\u03b8\u03b9\u03ba\u03bb\u03bc\u03bd\u03be\u03bf\u03c0\u03c1\u03c3\u03c4\u03c5\u03c6\u03c7\u03c8\u03c9",
            "\u0430\u0431\u0432\u0433\u0434\u0435\u0436\u0437\u0438\u043a\u043b\u043c\u043d\u043e\u043f\u0440\u0441\u0442\u0443\u0444\u0445\u0446\u0447\u0448\u0449\u044a\u044b\u044c\u044d\u044e\u044f",
            "\u0627\u0628\u062a\u062b\u062c\u062d\u062e\u062f\u0630\u0631\u0632\u0633\u0634\u0635\u0636\u0637\u0638\u0639\u063a\u0641\u0642\u0643\u0644\u0645\u0646\u0647\u0648\u064a",
            "\u05d0\u05d1\u05d2\u05d3\u05d4\u05d5\u05d6\u05d7\u05d8\u05d9\u05da\u05db\u05dc\u05dd\u05de\u05df\u05e0\u05e1\u05e2\u05e3\u05e4\u05e5\u05e6\u05e7\u05e8\u05e9\u05ea");

    private Slips() {}

    /** What the word may have been meant to be: words that some record has, a few of them. */
    static List<String> meant(EntityManager entities, String word) {
        Set<String> variants = variants(word);
        if (variants.isEmpty()) {
            return List.of();
        }
        List<?> known = entities.createNativeQuery(
                        "SELECT t.term FROM search_term t WHERE t.term IN (:variants) GROUP BY t.term ORDER BY t.term")
                .setParameter("variants", variants)
                .setMaxResults(MOST)
                .getResultList();
        return known.stream().map(String::valueOf).toList();
    }

    /** Every word that is one slip away; none where a slip is not looked for. */
    static Set<String> variants(String word) {
        if (!SearchWords.mayHaveASlip(word)) {
            return Set.of();
        }
        String letters = ALPHABETS.stream()
                .filter(alphabet -> alphabet.indexOf(word.charAt(0)) >= 0)
                .findFirst()
                .orElse("");
        Set<String> variants = new TreeSet<>();
        for (int i = 0; i <= word.length(); i++) {
            String before = word.substring(0, i);
            String after = word.substring(i);
            if (!after.isEmpty()) {
                variants.add(before + after.substring(1));
            }
            if (after.length() > 1) {
                variants.add(before + after.charAt(1) + after.charAt(0) + after.substring(2));
            }
            for (int j = 0; j < letters.length(); j++) {
                char letter = letters.charAt(j);
                variants.add(before + letter + after);
                if (!after.isEmpty()) {
                    variants.add(before + letter + after.substring(1));
                }
            }
        }
        variants.remove(word);
        return new LinkedHashSet<>(variants);
    }
}
