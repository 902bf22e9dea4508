package org.kizuna.history.dossier;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.kizuna.feature.Features;
import org.kizuna.feature.MoneyFields;
import org.kizuna.history.CanonicalJson;
import org.kizuna.history.FieldChange;
import org.kizuna.history.JournalEntry;
import org.kizuna.history.Operation;
import org.kizuna.history.vocabulary.Vocabulary;
import org.kizuna.shared.LiveAmounts;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Sql;

/**
 * The sums of what the sealed journal says was entered, beside the sums of what the live table holds of the same
 * records. What the journal knows, but not within the question, is left out; what it does not know at all counts.
 */
final class Reconciliation implements DossierPart {

    private static final int AT_ONCE = 500;

    private final LiveAmounts live;
    private final Connection connection;
    private final @Nullable Set<RecordRef> records;
    private final LongStream.Builder taken = LongStream.builder();
    private final Map<String, BigDecimal> journaled = new TreeMap<>();
    private final Map<String, BigDecimal> found = new TreeMap<>();
    private final Map<Long, Amount> strangers = new TreeMap<>();

    /** @param records to which the question is bounded, or null */
    Reconciliation(LiveAmounts live, Connection connection, @Nullable Set<RecordRef> records) {
        this.live = live;
        this.connection = connection;
        this.records = records;
    }

    @Override
    public void take(JournalEntry row, List<FieldChange> fields) {
        if (row.operation() == Operation.INSERT && live.kind().equals(row.entity())) {
            Features.money(row.entity()).ifPresent(money -> take(money, row.entityId(), fields));
        }
    }

    private void take(MoneyFields money, long id, List<FieldChange> fields) {
        Map<String, @Nullable String> values = new TreeMap<>();
        fields.forEach(field -> values.put(field.field(), field.after()));
        String amount = money.figure(values);
        if (amount != null) {
            taken.add(id);
            add(journaled, name(values.get(money.currency()), values.get(money.measure())), new BigDecimal(amount));
        }
    }

    private static String name(@Nullable String currency, @Nullable String measure) {
        return currency + " " + measure;
    }

    private static void add(Map<String, BigDecimal> sums, String name, BigDecimal amount) {
        sums.merge(name, amount, BigDecimal::add);
    }

    /** Sums what is live now. */
    void read() throws SQLException {
        long[] known = taken.build().sorted().toArray();
        live.each(owners(), (id, currency, measure, amount) -> {
            Amount one = new Amount(name(currency, measure), amount);
            if (Arrays.binarySearch(known, id) >= 0) {
                add(found, one.name(), one.amount());
            } else {
                strangers.put(id, one);
                if (strangers.size() == AT_ONCE) {
                    addUnknown();
                }
            }
        });
        addUnknown();
    }

    private @Nullable Collection<Long> owners() {
        Set<RecordRef> bound = records;
        return bound == null
                ? null
                : bound.stream()
                        .filter(record -> record.kind().equals(live.ownerKind()))
                        .map(RecordRef::id)
                        .toList();
    }

    private void addUnknown() {
        if (strangers.isEmpty()) {
            return;
        }
        strangers.keySet().removeAll(elsewhere());
        strangers.values().forEach(one -> add(found, one.name(), one.amount()));
        strangers.clear();
    }

    private List<Long> elsewhere() {
        try {
            return Sql.on(
                            connection,
                            "SELECT entity_id FROM journal_change WHERE "
                                    + Vocabulary.today().isKind("entity", live.kind())
                                    + " AND operation = 'INSERT' AND entity_id IN (" + Sql.marks(strangers.size())
                                    + ")",
                            strangers.keySet())
                    .list(row -> row.getLong(1));
        } catch (SQLException e) {
            throw new IllegalStateException("The journal could not be read", e);
        }
    }

    /** By currency and measure. */
    Map<String, Sums> sums() {
        Map<String, Sums> sums = new TreeMap<>();
        Set<String> names = new TreeSet<>(journaled.keySet());
        names.addAll(found.keySet());
        names.forEach(name -> sums.put(
                name,
                new Sums(
                        journaled.getOrDefault(name, BigDecimal.ZERO).stripTrailingZeros(),
                        found.getOrDefault(name, BigDecimal.ZERO).stripTrailingZeros())));
        return sums;
    }

    @Override
    public void write(BagItWriter bag) throws IOException {
        Map<String, Object> json = new TreeMap<>();
        sums().forEach((name, sum) -> json.put(
                name,
                Map.of(
                        "journal", sum.journal().toPlainString(),
                        "live", sum.live().toPlainString(),
                        "difference", sum.difference().toPlainString())));
        bag.file("reconciliation.json", CanonicalJson.write(json) + "\n");
    }

    private record Amount(String name, BigDecimal amount) {}

    /** What the journal and what the live table comes to. */
    record Sums(BigDecimal journal, BigDecimal live) {

        BigDecimal difference() {
            BigDecimal difference = live.subtract(journal);
            return difference.signum() == 0 ? BigDecimal.ZERO : difference.stripTrailingZeros();
        }
    }
}
