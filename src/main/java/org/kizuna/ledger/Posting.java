package org.kizuna.ledger;

import com.ibm.icu.util.Currency;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kizuna.contribution.Contribution;
import org.kizuna.rate.Conversion;
import org.kizuna.rate.ExchangeRate;
import org.kizuna.rate.RateOfDay;
import org.kizuna.shared.Currencies;
import org.kizuna.shared.Problems;
import org.kizuna.shared.Reference;

/** Turns what a user says into a ledger entry, if the rules of its kind allow it. */
final class Posting {

    private final EntityManager entities;
    private final Contribution contribution;
    private final EntryData data;
    private final LocalDate today;

    Posting(EntityManager entities, Contribution contribution, EntryData data, LocalDate today) {
        this.entities = entities;
        this.contribution = contribution;
        this.data = data;
        this.today = today;
    }

    LedgerEntry entry(Supplier<Reference> nextReference, String by, Instant now) {
        Problems problems = new Problems();
        EntryKind kind = data.kind();
        problems.required("kind", kind);
        problems.required("amount", data.amount());
        problems.required("valueDate", data.valueDate());
        checkAmount(problems);
        if (data.valueDate() != null && data.valueDate().isAfter(today)) {
            problems.add("valueDate", "inTheFuture");
        }
        if (isNewMoney()) {
            Currencies.requireAlive(problems, "valueDate", contribution.currency(), data.valueDate());
        }
        Problems asked = new Problems();
        MoneyDays.check(problems, asked, "valueDate", data.valueDate(), today);
        String source = problems.optional("source", data.source(), 500);
        if (kind == EntryKind.PLEDGE) {
            problems.required("source", source);
        }
        String reason = problems.optionalLines("reason", data.reason(), 1000);
        if (kind == EntryKind.ADJUSTMENT || kind == EntryKind.PLEDGE_WITHDRAWN) {
            problems.required("reason", reason);
        }
        if (kind == EntryKind.REVERSAL) {
            problems.add("kind", "reverseTheEntry");
        }
        problems.refuse();
        return checked(nextReference, source, reason, by, now, asked);
    }

    /** What mirrors or settles an older entry keeps that one's currency, whether it has ended or not. */
    private boolean isNewMoney() {
        EntryKind kind = data.kind();
        if (kind == EntryKind.ADJUSTMENT) {
            return data.amount() != null && data.amount().signum() > 0;
        }
        return kind == EntryKind.PLEDGE
                || kind == EntryKind.COMMITMENT
                || kind == EntryKind.RECEIPT
                || kind == EntryKind.IN_KIND;
    }

    private void checkAmount(Problems problems) {
        BigDecimal amount = data.amount();
        if (amount != null) {
            if (amount.signum() == 0 || (amount.signum() < 0 && data.kind() != EntryKind.ADJUSTMENT)) {
                problems.add("amount", "notPositive");
            }
            problems.amount("amount", amount, contribution.currency());
        }
        BigDecimal usd = data.valueInUsd();
        if (usd != null) {
            if (usd.signum() <= 0) {
                problems.add("valueInUsd", "notPositive");
            }
            problems.amount("valueInUsd", usd, Conversion.USD);
        }
    }

    private LedgerEntry checked(
            Supplier<Reference> nextReference,
            @Nullable String source,
            @Nullable String reason,
            String by,
            Instant now,
            Problems asked) {
        EntryKind kind = Objects.requireNonNull(data.kind());
        LocalDate day = Objects.requireNonNull(data.valueDate());
        BigDecimal typed = Objects.requireNonNull(data.amount());
        Measure measure = Objects.requireNonNull(kind.measure());
        BigDecimal signed = kind.sign() < 0 ? typed.negate() : typed;
        ContributionLedger.held(entities, contribution).requireRoomFor(kind, signed, asked);
        if (measure != Measure.PLEDGED) {
            MoneyDays.askBeforeAgreement(asked, day, MoneyDays.begins(contribution.agreement()));
        }
        Conversion conversion = conversion(signed, day, source, asked);
        asked.refuse();
        return new LedgerEntry(
                nextReference.get(),
                contribution,
                kind,
                measure,
                signed,
                day,
                data.approximate(),
                conversion,
                source,
                reason,
                null,
                null,
                by,
                now);
    }

    private Conversion conversion(BigDecimal signed, LocalDate day, @Nullable String source, Problems asked) {
        Currency currency = contribution.currency();
        if (currency.equals(Conversion.USD)) {
            return Conversion.identity(signed);
        }
        if (data.valueInUsd() != null) {
            BigDecimal usd = signed.signum() < 0 ? data.valueInUsd().negate() : data.valueInUsd();
            return Conversion.asAnnounced(signed, usd, day, source);
        }
        Optional<ExchangeRate> known = RateOfDay.on(entities, currency, day);
        known.ifPresent(rate -> MoneyDays.askStaleRate(asked, day, rate));
        return known.map(rate -> Conversion.at(signed, rate)).orElseGet(Conversion::none);
    }
}
