package org.kizuna.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kizuna.bench.Journal.Intention;
import org.kizuna.contribution.Instrument;
import org.kizuna.ledger.EntryKind;
import org.kizuna.shared.RecordRef;

/**
 * Contributions and the entries under them. Most entries come in the statement of their month and the rest by hand;
 * money that arrived is confirmed a month later, but for a few.
 */
final class Ledger {

    private static final List<Instrument> INSTRUMENTS = List.of(Instrument.values());
    private static final int OPEN_MONTHS = 24;
    private static final int RATE_DIGITS = 10;

    private final Size size;
    private final Agreements agreements;
    private final Rows.Table contributions;
    private final Rows.Table entries;
    private final Rows.Table confirmations;
    private final Rows.Table recorders;
    private final Rows.Table batches;
    private final Rows.Table waiting;
    private final Rows.Table unsettled;
    private final Found found;
    private final Set<Integer> unconfirmed = new LinkedHashSet<>();

    /** Receipts that nobody has confirmed, taken back or not. */
    private final Set<Integer> neverConfirmed = new LinkedHashSet<>();

    private final Map<Integer, Integer> reversals = new LinkedHashMap<>();
    private final List<Integer> arrived = new ArrayList<>();
    private int contribution;
    private int entry;
    private int confirmation;
    private @Nullable Entry last;

    Ledger(Rows rows, Size size, Agreements agreements) {
        this.size = size;
        this.agreements = agreements;
        contributions = rows.table(
                "contribution",
                "id, version, reference, purpose, donor_id, agreement_id, instrument, earmarking, currency, recorded_by,"
                        + " recorded_at");
        entries = rows.table(
                "ledger_entry",
                "id, reference, contribution_id, donor_id, instrument, kind, measure, amount, exact_amount, currency,"
                        + " approximate, value_date, value_year, usd_amount, rate_per_usd, rate_on, rate_source, source,"
                        + " reason, reverses_id, batch, recorded_by, recorded_at");
        confirmations = rows.table(
                "ledger_confirmation", "id, entry_id, confirmed_by, confirmed_at, recorder_id, confirmer_id");
        recorders = rows.table("ledger_recorder", "entry_id, person_id");
        batches = rows.table(
                "import_batch",
                "id, version, reference, format, file_name, source, status, row_count, recorded_by, recorded_at,"
                        + " committed_at");
        waiting = rows.table("ledger_unconfirmed", "entry_id, recorded_by");
        unsettled = rows.table("ledger_unsettled", "entry_id");
        found = new Found(rows, "Contribution");
    }

    /** What chance gave a contribution. */
    private record Gift(int donor, int agreement, boolean signed, Instrument instrument, int currency) {}

    private record Entry(
            int id, int contribution, Gift gift, EntryKind kind, String measure, BigDecimal amount, LocalDate on) {}

    private Gift gift(int number) {
        Chance chance = Chance.of("Contribution", number);
        int known = Math.max(1, (int) ((long) size.agreements() * (number - 1) / size.contributions()));
        int agreement = 1 + chance.below(known);
        Agreements.One under = agreements.one(agreement);
        boolean signed = under.signed() && under.financial() && under.type().usuallyBinding();
        int partners = Math.max(10, (int) ((long) size.partners() * (number - 1) / size.contributions()));
        int alone = 1 + chance.skewed(partners);
        return new Gift(
                signed ? under.parties().get(0) : alone,
                signed ? agreement : 0,
                signed,
                chance.one(INSTRUMENTS.subList(0, INSTRUMENTS.size() - 2)),
                chance.percent(30) ? 0 : chance.below(Words.CURRENCIES.size()));
    }

    /** Everything the ledger sees in a month. */
    void month(Journal journal, Moments moments, int month) {
        confirm(journal, moments, month);
        int ofContributions = share(size.contributions(), month);
        int ofEntries = share(size.entries(), month);
        List<Change> statement = new ArrayList<>();
        String batch = Growing.reference("IM", month + 1);
        Instant now = moments.now();
        statement.add(open(batch, month, now, ofEntries - entry));
        while (contribution < ofContributions) {
            statement.add(contribution(++contribution, now));
        }
        while (entry < ofEntries) {
            boolean byHand = ++entry % 5 == 0;
            Change change = entry(entry, month, byHand ? null : batch, byHand ? moments.now() : now);
            if (byHand) {
                journal.append(
                        moments, Intention.of("officer", "OFFICER", "ContributionRegister.post"), List.of(change));
            } else {
                statement.add(change);
            }
        }
        journal.append(moments, Intention.of("officer", "OFFICER", "ImportRegister.enter"), statement);
    }

    /** How many of all there are by the end of a month. */
    static int share(int all, int month) {
        return (int) ((long) all * (month + 1) / Organisation.MONTHS);
    }

    private Change open(String batch, int month, Instant now, int rows) {
        LocalDateTime at = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        String file = "statement-" + Organisation.FIRST.plusMonths(month) + ".csv";
        batches.add(
                month + 1, 0, batch, "contribution-statement", file, "Treasury", "ENTERED", rows, "officer", at, at);
        Map<String, @Nullable Object> fields = new TreeMap<>(Map.of(
                "committedAt",
                now.toString(),
                "fileName",
                file,
                "format",
                "contribution-statement",
                "recordedAt",
                now.toString(),
                "recordedBy",
                "officer",
                "reference",
                batch,
                "rowCount",
                rows,
                "source",
                "Treasury",
                "status",
                "ENTERED"));
        fields.put("documentId", null);
        return Change.insert("ImportBatch", month + 1, batch, 0L, fields, List.of());
    }

    private Change contribution(int number, Instant now) {
        Gift gift = gift(number);
        String reference = Growing.reference("C", number);
        String donor = Partners.name(gift.donor());
        String purpose = Chance.of("purpose", number).one(Words.FIELDS) + " " + number;
        String currency = Words.CURRENCIES.get(gift.currency());
        Integer agreement = gift.agreement() == 0 ? null : gift.agreement();
        contributions.add(
                number,
                0,
                reference,
                purpose,
                gift.donor(),
                agreement,
                gift.instrument(),
                "3",
                currency,
                "officer",
                LocalDateTime.ofInstant(now, ZoneOffset.UTC));
        found.add(number, reference, purpose, donor, List.of(donor));
        Map<String, @Nullable Object> fields = new TreeMap<>(Map.of(
                "countries",
                List.of(),
                "currency",
                currency,
                "donor",
                Growing.reference("P", gift.donor()),
                "earmarking",
                "3",
                "instrument",
                gift.instrument().name(),
                "purpose",
                purpose,
                "recordedAt",
                now.toString(),
                "recordedBy",
                "officer",
                "reference",
                reference));
        fields.put("agreement", agreement == null ? null : agreements.reference(agreement));
        List<RecordRef> mentions = new ArrayList<>(List.of(new RecordRef("Partner", gift.donor())));
        if (agreement != null) {
            mentions.add(agreements.ref(agreement));
        }
        return Change.insert("Contribution", number, reference, 0L, fields, mentions);
    }

    private Entry chosen(int number, int month) {
        Chance chance = Chance.of("LedgerEntry", number);
        Entry before = last;
        if (before != null && before.kind() != EntryKind.REVERSAL && chance.below(300) == 0) {
            return new Entry(
                    number,
                    before.contribution(),
                    before.gift(),
                    EntryKind.REVERSAL,
                    before.measure(),
                    before.amount().negate(),
                    before.on());
        }
        int open = Math.min(contribution, Math.max(1, size.contributions() * OPEN_MONTHS / Organisation.MONTHS));
        int under = contribution - chance.below(open);
        Gift gift = gift(under);
        int fate = chance.below(100);
        EntryKind kind = fate < 15
                ? EntryKind.PLEDGE
                : fate < 40 && gift.signed()
                        ? EntryKind.COMMITMENT
                        : fate >= 98 ? EntryKind.PLEDGE_WITHDRAWN : EntryKind.RECEIPT;
        long cents = chance.between(1_000, 90_000_000) * (long) Words.HUNDREDTHS.get(gift.currency()) / 100;
        long whole = gift.currency() == 2 || gift.currency() == 12 ? cents / 100 * 100 : cents;
        BigDecimal amount = BigDecimal.valueOf(kind == EntryKind.PLEDGE_WITHDRAWN ? -whole : whole, 2);
        LocalDate on = Organisation.FIRST.plusMonths(month).atDay(chance.between(1, 28));
        return new Entry(
                number, under, gift, kind, String.valueOf(kind.measure()), amount, on.minusDays(chance.below(60)));
    }

    private Change entry(int number, int month, @Nullable String batch, Instant now) {
        Integer reverses = last == null ? null : last.id();
        Entry made = chosen(number, month);
        boolean reversal = made.kind() == EntryKind.REVERSAL;
        last = made;
        if (reversal) {
            unconfirmed.remove(reverses);
            reversals.put(number, Objects.requireNonNull(reverses));
        } else if (made.kind() == EntryKind.RECEIPT) {
            unconfirmed.add(number);
            neverConfirmed.add(number);
        }
        if (made.kind() == EntryKind.RECEIPT && number % 100 != 0) {
            arrived.add(number);
        }
        return new Posted(made, reversal ? reverses : null, batch, now).change();
    }

    /** An entry with its value in dollars. */
    private final class Posted {

        private final Entry made;
        private final @Nullable Integer reverses;
        private final @Nullable String batch;
        private final Instant now;
        private final String currency;
        private final @Nullable BigDecimal rate;
        private final LocalDate rateOn;
        private final BigDecimal usd;
        private final String reference;

        Posted(Entry made, @Nullable Integer reverses, @Nullable String batch, Instant now) {
            this.made = made;
            this.reverses = reverses;
            this.batch = batch;
            this.now = now;
            reference = Growing.reference("E", made.id());
            int number = made.gift().currency();
            currency = Words.CURRENCIES.get(number);
            YearMonth month = YearMonth.from(made.on());
            rateOn = month.atDay(1);
            rate = number == 0 ? null : Rates.perUsd(number, month);
            usd = rate == null ? made.amount() : made.amount().divide(rate, RATE_DIGITS, RoundingMode.HALF_EVEN);
        }

        Change change() {
            recorders.add(made.id(), Accounts.number("officer"));
            entries.add(
                    made.id(),
                    reference,
                    made.contribution(),
                    made.gift().donor(),
                    made.gift().instrument(),
                    made.kind(),
                    made.measure(),
                    made.amount(),
                    made.amount(),
                    currency,
                    false,
                    made.on(),
                    made.on().getYear(),
                    usd,
                    rate,
                    rate == null ? null : rateOn,
                    rate == null ? null : Rates.SOURCE,
                    "Treasury",
                    reverses == null ? null : "Entered twice",
                    reverses,
                    batch,
                    "officer",
                    LocalDateTime.ofInstant(now, ZoneOffset.UTC));
            List<RecordRef> mentions = new ArrayList<>(List.of(
                    new RecordRef("Contribution", made.contribution()),
                    new RecordRef("Partner", made.gift().donor())));
            if (reverses != null) {
                mentions.add(new RecordRef("LedgerEntry", reverses));
            }
            return Change.insert("LedgerEntry", made.id(), reference, null, fields(), mentions);
        }

        private Map<String, @Nullable Object> fields() {
            Map<String, @Nullable Object> fields = new TreeMap<>();
            fields.put("amount", plain(made.amount()));
            fields.put("approximate", false);
            fields.put("batch", batch);
            fields.put("contribution", Growing.reference("C", made.contribution()));
            fields.put("currency", currency);
            fields.put("donor", Growing.reference("P", made.gift().donor()));
            fields.put("exactAmount", plain(made.amount()));
            fields.put("instrument", made.gift().instrument().name());
            fields.put("kind", made.kind().name());
            fields.put("measure", made.measure());
            fields.put("rateOn", rate == null ? null : rateOn.toString());
            fields.put("ratePerUsd", rate == null ? null : plain(rate));
            fields.put("rateSource", rate == null ? null : Rates.SOURCE);
            fields.put("reason", reverses == null ? null : "Entered twice");
            fields.put("recordedAt", now.toString());
            fields.put("recordedBy", "officer");
            fields.put("reference", reference);
            fields.put("reverses", reverses == null ? null : Growing.reference("E", reverses));
            fields.put("source", "Treasury");
            fields.put("usdAmount", plain(usd));
            fields.put("valueDate", made.on().toString());
            fields.put("valueYear", made.on().getYear());
            return fields;
        }
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

    /** What arrived before this month. */
    private void confirm(Journal journal, Moments moments, int month) {
        if (month == 0) {
            return;
        }
        Instant now = moments.now();
        List<Change> changes = new ArrayList<>();
        for (int confirmed : arrived) {
            int id = ++confirmation;
            unconfirmed.remove(confirmed);
            neverConfirmed.remove(confirmed);
            String reference = Growing.reference("E", confirmed);
            confirmations.add(
                    id,
                    confirmed,
                    "treasurer",
                    LocalDateTime.ofInstant(now, ZoneOffset.UTC),
                    Accounts.number("officer"),
                    Accounts.number("treasurer"));
            changes.add(Change.insert(
                    "LedgerConfirmation",
                    id,
                    reference,
                    null,
                    Map.of(
                            "confirmedAt",
                            now.toString(),
                            "confirmedBy",
                            "treasurer",
                            "confirmerId",
                            Accounts.number("treasurer"),
                            "entry",
                            reference,
                            "recorderId",
                            Accounts.number("officer")),
                    List.of(new RecordRef("LedgerEntry", confirmed))));
        }
        arrived.clear();
        journal.append(moments, Intention.of("treasurer", "TREASURER", "ContributionRegister.confirmBatch"), changes);
    }

    int confirmations() {
        return confirmation;
    }

    void close() {
        unconfirmed.forEach(receipt -> waiting.add(receipt, "officer"));
        neverConfirmed.forEach(unsettled::add);
        reversals.forEach((reversal, receipt) -> {
            if (neverConfirmed.contains(receipt)) {
                unsettled.add(reversal);
            }
        });
        List.of(contributions, entries, recorders, confirmations, batches, waiting, unsettled)
                .forEach(Rows.Table::flush);
        found.close();
    }
}
