package org.kizuna.history.dossier;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.CanonicalJson;
import org.kizuna.history.FieldChange;
import org.kizuna.history.JournalEntry;
import org.kizuna.history.Operation;

/** The rates of exchange at which amounts were counted, as they are frozen on the records. */
final class UsedRates implements Gathering {

    private static final List<String> FIELDS = List.of("currency", "ratePerUsd", "rateOn", "rateSource");

    /** How often each was used. */
    private final Map<String, Long> rates = new TreeMap<>();

    @Override
    public void take(JournalEntry row, List<FieldChange> fields) {
        if (row.operation() != Operation.INSERT) {
            return;
        }
        Map<String, @Nullable Object> rate = new HashMap<>();
        FIELDS.forEach(name -> rate.put(name, null));
        for (FieldChange field : fields) {
            if (rate.containsKey(field.field())) {
                rate.put(field.field(), field.after());
            }
        }
        if (rate.get("ratePerUsd") != null) {
            rates.merge(CanonicalJson.write(rate), 1L, Long::sum);
        }
    }

    @Override
    public void write(Bag bag) throws IOException {
        StringBuilder lines = new StringBuilder();
        rates.forEach((rate, times) -> lines.append(rate, 0, rate.length() - 1)
                .append(",\"times\":")
                .append(times)
                .append("}\n"));
        bag.file("rates.jsonl", lines.toString());
    }
}
