package org.kizuna.ledger;

import com.ibm.icu.util.Currency;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.kizuna.agreement.Agreement;
import org.kizuna.contribution.Contribution;
import org.kizuna.contribution.ContributionData;
import org.kizuna.contribution.ContributionFeature;
import org.kizuna.contribution.Instrument;
import org.kizuna.partner.Partner;
import org.kizuna.partner.PartnerFeature;
import org.kizuna.partner.PartnerLookup;
import org.kizuna.rate.Conversion;
import org.kizuna.rate.RateOfDay;
import org.kizuna.shared.Channel;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Numbers;
import org.kizuna.shared.Problems;
import org.kizuna.shared.Reference;
import org.kizuna.shared.Time;

/** Enters many figures at once, in memory that does not grow with their number. */
final class StatementPosting {

    private static final int PART = 500;
    private static final int KEPT = 5000;
    private static final String NEGATIVE = "Stated as a negative figure by the source";

    private final EntityManager entities;
    private final Numbers numbers;
    private final String by;
    private final Instant now;
    private final Map<Key, Contribution> contributions = new HashMap<>();

    /** What has no contribution yet. */
    private final Set<Key> missing = new HashSet<>();

    StatementPosting(EntityManager entities, Numbers numbers, String by, Instant now) {
        this.entities = entities;
        this.numbers = numbers;
        this.by = by;
        this.now = now;
    }

    void post(List<StatedEntry> statement, String batch) {
        statement.forEach(stated -> missing.add(Key.of(stated)));
        missing.removeAll(there());
        // all at once: who fetches numbers commits, and waits for all that is written by then to be on the disk
        Iterator<Reference> ofContributions = missing.isEmpty()
                ? Collections.emptyIterator()
                : numbers.next(ContributionFeature.NUMBERS, missing.size()).iterator();
        StatementQuestions questions = new StatementQuestions(LocalDate.ofInstant(now, Time.zone()));
        Iterator<Reference> references =
                numbers.next(LedgerFeature.NUMBERS, statement.size()).iterator();
        for (int from = 0; from < statement.size(); from += PART) {
            List<StatedEntry> part = statement.subList(from, Math.min(statement.size(), from + PART));
            // contributions first, and all at once: every query writes what is pending
            open(part, ofContributions);
            questions.hold(
                    entities,
                    part.stream()
                            .map(stated -> contributions.get(Key.of(stated)))
                            .filter(Objects::nonNull)
                            .collect(Collectors.toSet()));
            List<LedgerEntry> entries = new ArrayList<>();
            Map<StatedEntry, Contribution> refunds = new LinkedHashMap<>();
            for (StatedEntry stated : part) {
                Contribution contribution = Objects.requireNonNull(contributions.get(Key.of(stated)));
                if (stated.figure().signum() < 0 && Channel.current() != Channel.SAMPLE) {
                    refunds.put(stated, contribution);
                    continue;
                }
                Conversion conversion = conversion(contribution.currency(), stated.figure(), stated.valueDate());
                questions.look(stated, contribution, conversion);
                LedgerEntry entry = entry(stated, contribution, conversion, references.next(), batch);
                entities.persist(entry);
                entries.add(entry);
            }
            entities.flush();
            new StatedRefunds(entities).keep(refunds, batch);
            forget(entries);
        }
        questions.ask();
    }

    /**
     * Enters the refunds that a statement told of, as far as money was received that can be paid back; the others wait.
     *
     * @throws MorePaidBackThanReceived when none of them can be entered
     */
    void postRefunds(String batch, String reason) {
        StatedRefunds refunds = new StatedRefunds(entities);
        boolean entered = false;
        MorePaidBackThanReceived refused = null;
        for (StatedRefunds.Waiting waiting : refunds.of(batch)) {
            try {
                ContributionLedger.held(entities, waiting.contribution())
                        .requireRoomFor(EntryKind.REFUND, waiting.figure(), new Problems());
            } catch (MorePaidBackThanReceived above) {
                refused = above;
                continue;
            }
            refund(waiting, batch, reason);
            entered = true;
            refunds.entered(waiting);
        }
        if (!entered && refused != null) {
            throw refused;
        }
    }

    /** What was entered, and what it was entered under, would be looked through at each flush that follows. */
    private void forget(List<LedgerEntry> entries) {
        entries.forEach(entities::detach);
        contributions.values().forEach(contribution -> {
            entities.detach(contribution);
            entities.detach(contribution.donor());
            Agreement agreement = contribution.agreement();
            if (agreement != null) {
                entities.detach(agreement);
            }
        });
    }

    private void refund(StatedRefunds.Waiting waiting, String batch, String reason) {
        Contribution contribution = waiting.contribution();
        LedgerEntry entry = new LedgerEntry(
                numbers.next(LedgerFeature.NUMBERS),
                contribution,
                EntryKind.REFUND,
                Measure.RECEIVED,
                waiting.figure(),
                waiting.valueDate(),
                false,
                conversion(contribution.currency(), waiting.figure(), waiting.valueDate()),
                waiting.source(),
                reason,
                null,
                batch,
                by,
                now);
        entities.persist(entry);
        entities.flush();
    }

    private Conversion conversion(Currency currency, BigDecimal figure, LocalDate day) {
        return currency.equals(Conversion.USD)
                ? Conversion.identity(figure)
                : RateOfDay.on(entities, currency, day)
                        .map(rate -> Conversion.at(figure, rate))
                        .orElseGet(Conversion::none);
    }

    private LedgerEntry entry(
            StatedEntry stated, Contribution contribution, Conversion conversion, Reference reference, String batch) {
        boolean negative = stated.figure().signum() < 0;
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

    private Set<Key> there() {
        List<Reference> donors =
                missing.stream().map(Key::donor).distinct().sorted().toList();
        Set<Key> there = new HashSet<>();
        for (int from = 0; from < donors.size(); from += PART) {
            entities.createQuery(
                            "select d.reference, c.instrument, c.purpose, c.currency from Contribution c join c.donor d"
                                    + " where d.reference in :donors",
                            Object[].class)
                    .setParameter("donors", donors.subList(from, Math.min(donors.size(), from + PART)))
                    .getResultStream()
                    .forEach(row -> there.add(new Key(
                            (Reference) row[0],
                            (Instrument) row[1],
                            (String) row[2],
                            ((Currency) row[3]).getCurrencyCode())));
        }
        return there;
    }

    /** They are read once where a statement names few, as most do: what they say of an entry does not change. */
    private void open(List<StatedEntry> part, Iterator<Reference> references) {
        if (contributions.size() > KEPT) {
            contributions.clear();
        }
        Map<Key, StatedEntry> wanted = new LinkedHashMap<>();
        part.forEach(stated -> wanted.putIfAbsent(Key.of(stated), stated));
        wanted.keySet().removeAll(contributions.keySet());
        read(wanted.keySet().stream().filter(key -> !missing.contains(key)).toList());
        wanted.keySet().retainAll(missing);
        missing.removeAll(wanted.keySet());
        Map<Reference, Partner> donors = PartnerLookup.all(
                entities, wanted.keySet().stream().map(Key::donor).distinct().toList());
        wanted.forEach((key, stated) -> {
            Partner donor = donors.get(key.donor());
            if (donor == null) {
                throw NoSuchRecord.at(
                        "donor", PartnerFeature.PARTNER, key.donor().value());
            }
            contributions.put(key, open(stated, donor, references.next()));
        });
    }

    private void read(List<Key> known) {
        if (known.isEmpty()) {
            return;
        }
        entities.createQuery(
                        "select c from Contribution c join fetch c.donor d left join fetch c.agreement where d.reference in :donors"
                                + " and c.purpose in :purposes order by c.id desc",
                        Contribution.class)
                .setParameter(
                        "donors", known.stream().map(Key::donor).distinct().toList())
                .setParameter(
                        "purposes", known.stream().map(Key::purpose).distinct().toList())
                .getResultStream()
                .forEach(contribution -> contributions.put(
                        new Key(
                                contribution.donor().reference(),
                                contribution.instrument(),
                                contribution.purpose(),
                                contribution.currency().getCurrencyCode()),
                        contribution));
    }

    private Contribution open(StatedEntry stated, Partner donor, Reference reference) {
        ContributionData data = new ContributionData(
                null,
                stated.purpose(),
                donor.reference().value(),
                null,
                stated.instrument(),
                null,
                stated.currency(),
                List.of());
        Contribution contribution = new Contribution(data, donor, null, () -> reference, by, now);
        entities.persist(contribution);
        return contribution;
    }

    private record Key(Reference donor, Instrument instrument, String purpose, String currency) {

        static Key of(StatedEntry stated) {
            return new Key(stated.donor(), stated.instrument(), stated.purpose(), stated.currency());
        }
    }
}
