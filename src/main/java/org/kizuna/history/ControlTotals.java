package org.kizuna.history;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kizuna.feature.Features;
import org.kizuna.feature.MoneyFields;

/**
 * What an export is checked by: how many rows and changes it holds, and the sum of every amount in it by currency,
 * whatever record the amount belongs to. Amounts are summed as exactly as they are kept, as every figure is.
 */
public final class ControlTotals {

    private long rows;
    private long changes;
    private long changeSets;
    private long lastChangeSet;
    private long notNumbers;
    private final Map<String, BigDecimal> amounts = new TreeMap<>();

    void count(JournalEntry entry, List<FieldChange> fields) {
        if (entry.changeSet() != lastChangeSet) {
            lastChangeSet = entry.changeSet();
            changeSets++;
        }
        if (entry.entity() == null) {
            return;
        }
        changes++;
        if (entry.operation() == Operation.INSERT) {
            Features.money(entry.entity()).ifPresent(money -> sum(money, fields));
        }
    }

    private void sum(MoneyFields money, List<FieldChange> fields) {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        for (FieldChange field : fields) {
            if (field.after() != null) {
                values.put(field.field(), field.after());
            }
        }
        String amount = money.figure(values);
        String currency = values.get(money.currency());
        if (amount != null && currency != null) {
            String measure = values.getOrDefault(money.measure(), "");
            String name = ("amount " + currency + " " + measure).strip();
            try {
                amounts.merge(name, new BigDecimal(amount), BigDecimal::add);
            } catch (NumberFormatException e) {
                // somebody broke the row behind the application's back: it stands in the table, and is not in the sum
                notNumbers++;
            }
        }
    }

    private static String plain(BigDecimal sum) {
        BigDecimal plain = sum.stripTrailingZeros();
        return (plain.scale() < 2 ? plain.setScale(2) : plain).toPlainString();
    }

    void countRow() {
        rows++;
    }

    /** By name, in a fixed order. */
    public Map<String, String> figures() {
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("rows", Long.toString(rows));
        figures.put("changes", Long.toString(changes));
        figures.put("change sets", Long.toString(changeSets));
        amounts.forEach((name, sum) -> figures.put(name, plain(sum)));
        if (notNumbers > 0) {
            figures.put("amounts that are no numbers", Long.toString(notNumbers));
        }
        return figures;
    }
}
