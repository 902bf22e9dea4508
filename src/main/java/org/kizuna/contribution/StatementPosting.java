package org.kizuna.contribution;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kizuna.partner.Partner;
import org.kizuna.partner.PartnerLookup;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Numbers;
import org.kizuna.shared.Reference;

/** Enters many figures at once, in memory that does not grow with their number. */
final class StatementPosting {

    private static final int PART = 500;
    private static final String NEGATIVE = "Stated as a negative figure by the source";

    private final EntityManager entities;
    private final Numbers numbers;
    private final String by;
    private final Instant now;
    private final Map<Key, Long> contributions = new HashMap<>();

    StatementPosting(EntityManager entities, Numbers numbers, String by, Instant now) {
        this.entities = entities;
        this.numbers = numbers;
        this.by = by;
        this.now = now;
    }

    void post(List<StatedEntry> statement, String batch) {
        for (int from = 0; from < statement.size(); from += PART) {
            List<StatedEntry> part = statement.subList(from, Math.min(statement.size(), from + PART));
            List<Reference> references = numbers.next("E", part.size());
            // contributions first: every query writes what is pending, one by one
            part.forEach(this::contribution);
            List<LedgerEntry> entries = new ArrayList<>();
            for (int i = 0; i < part.size(); i++) {
                LedgerEntry entry = entry(part.get(i), references.get(i), batch);
                entities.persist(entry);
                entries.add(entry);
            }
            entities.flush();
            new LedgerSums(entities).entered(entries);
            entities.clear();
        }
    }

    private LedgerEntry entry(StatedEntry stated, Reference reference, String batch) {
        boolean negative = stated.figure().signum() < 0;
        Contribution contribution = entities.find(Contribution.class, contribution(stated));
        Conversion conversion = contribution.currency().equals(Conversion.USD)
                ? Conversion.identity(stated.figure())
                : ExchangeRates.on(entities, contribution.currency(), stated.valueDate())
                        .map(rate -> Conversion.at(stated.figure(), rate))
                        .orElseGet(Conversion::none);
        return new LedgerEntry(
                reference,
                contribution,
                negative ? EntryKind.REFUND : EntryKind.RECEIPT,
                Measure.RECEIVED,
                stated.figure(),
                stated.valueDate(),
                false,
                conversion,
                stated.source(),
                negative ? NEGATIVE : null,
                null,
                batch,
                by,
                now);
    }

    private long contribution(StatedEntry stated) {
        Key key = new Key(stated.donor(), stated.instrument(), stated.purpose(), stated.currency());
        return contributions.computeIfAbsent(key, wanted -> findOrOpen(stated));
    }

    private long findOrOpen(StatedEntry stated) {
        Partner donor = PartnerLookup.find(entities, stated.donor().value())
                .orElseThrow(
                        () -> NoSuchRecord.at("donor", "Partner", stated.donor().value()));
        return entities.createQuery(
                        "select c.id from Contribution c where c.donor = :donor and c.instrument = :instrument"
                                + " and c.purpose = :purpose and c.currency = :currency",
                        Long.class)
                .setParameter("donor", donor)
                .setParameter("instrument", stated.instrument())
                .setParameter("purpose", stated.purpose())
                .setParameter("currency", java.util.Currency.getInstance(stated.currency()))
                .getResultStream()
                .findFirst()
                .orElseGet(() -> open(stated, donor));
    }

    private long open(StatedEntry stated, Partner donor) {
        ContributionData data = new ContributionData(
                null,
                stated.purpose(),
                donor.reference().value(),
                null,
                stated.instrument(),
                null,
                stated.currency(),
                List.of());
        Contribution contribution = new Contribution(data, donor, null, () -> numbers.next("C"), by, now);
        entities.persist(contribution);
        return contribution.id();
    }

    private record Key(Reference donor, Instrument instrument, String purpose, String currency) {}
}
