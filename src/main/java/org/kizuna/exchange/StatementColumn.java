package org.kizuna.exchange;

import java.util.Optional;
import java.util.stream.Stream;
import org.kizuna.shared.Text;

/** The columns that a statement of contributions has to have, whatever they are called in a file. */
public enum StatementColumn {
    YEAR(ContributionStatement.YEAR),
    DONOR(ContributionStatement.DONOR),
    CATEGORY(ContributionStatement.CATEGORY),
    REVENUE_TYPE(ContributionStatement.REVENUE_TYPE),
    AMOUNT(ContributionStatement.AMOUNT);

    private final String head;

    StatementColumn(String head) {
        this.head = head;
    }

    /** What it is called in a file of ours. */
    public String head() {
        return head;
    }

    /** The column that a file of ours calls so, in any case and with any signs between the words. */
    static Optional<StatementColumn> of(String head) {
        return Stream.of(values())
                .filter(column -> form(column.head).equals(form(head)))
                .findFirst();
    }

    /** A head without case, blanks and signs. */
    static String form(String head) {
        return Text.folded(head).replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
