package org.kizuna.history.dossier;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kizuna.feature.Features;
import org.kizuna.feature.MoneyFields;
import org.kizuna.history.CanonicalJson;
import org.kizuna.history.FieldChange;
import org.kizuna.history.JournalEntry;
import org.kizuna.history.Operation;

/** The rates of exchange at which amounts were counted, as they are frozen on the records. */
final class UsedRates implements DossierPart {

    /** How often each was used. */
    private final Map<String, Long> rates = new TreeMap<>();

    @Override
    public void take(JournalEntry row, List<FieldChange> fields) {
        if (row.operation() == Operation.INSERT) {
            Features.money(row.entity()).ifPresent(money -> take(money, fields));
        }
    }

    private void take(MoneyFields money, List<FieldChange> fields) {
        Map<String, @Nullable Object> rate = new HashMap<>();
        rate.put(money.currency(), null);
        money.rate().forEach(name -> rate.put(name, null));
        for (FieldChange field : fields) {
            if (rate.containsKey(field.field())) {
                rate.put(field.field(), field.after());
            }
        }
        if (rate.get(money.rate().get(0)) != null) {
            rates.merge(CanonicalJson.write(rate), 1L, Long::sum);
        }
    }

    @Override
    public void write(BagItWriter bag) throws IOException {
        StringBuilder lines = new StringBuilder();
        rates.forEach((rate, times) -> lines.append(rate, 0, rate.length() - 1)
                .append(",\"times\":")
                .append(times)
                .append("}\n"));
        bag.file("rates.jsonl", lines.toString());
    }
}
