package org.kizuna.exchange;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What may be chosen where somebody matches the columns of a file with ours. */
public final class ImportColumns {

    /** Words by which others call a column, as forms of heads begin or end with them. */
    private static final Map<StatementColumn, List<String>> WORDS = Map.of(
            StatementColumn.YEAR, List.of("calendaryear", "year", "annee", "année", "年"),
            StatementColumn.DONOR, List.of("donor", "contributor", "donateur", "ドナー", "拠出者"),
            StatementColumn.CATEGORY, List.of("category", "donortype", "contributortype", "catégorie"),
            StatementColumn.REVENUE_TYPE, List.of("revtype", "revenuetype", "revenue", "type"),
            StatementColumn.AMOUNT, List.of("amountusd", "amount", "montant", "金額"));

    private ImportColumns() {}

    /** The head that most likely is the column, for somebody to look at. */
    public static @Nullable String likely(StatementColumn column, Collection<String> forms) {
        for (String word : WORDS.getOrDefault(column, List.of())) {
            for (String form : forms) {
                if (form.equals(word) || form.startsWith(word) || form.endsWith(word)) {
                    return form;
                }
            }
        }
        return null;
    }

    /** A head without case, blanks and signs, by which columns are told apart. */
    public static String form(String head) {
        return StatementColumn.form(head);
    }

    /** What a file may say of a donor's kind. */
    public static List<String> categories() {
        return ContributionStatement.categories();
    }
}
