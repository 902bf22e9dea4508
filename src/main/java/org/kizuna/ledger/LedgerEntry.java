package org.kizuna.ledger;

import com.ibm.icu.util.Currency;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.kizuna.contribution.Contribution;
import org.kizuna.contribution.Instrument;
import org.kizuna.partner.Partner;
import org.kizuna.rate.Conversion;
import org.kizuna.shared.JournaledRecord;
import org.kizuna.shared.Money;
import org.kizuna.shared.Reference;
import org.kizuna.shared.SequenceId;

/**
 * Something that happened to a contribution's money. It is never changed: a mistake is corrected by a reversal that
 * names the entry.
 */
@Entity
@Immutable
@SuppressWarnings("UnusedVariable") // some columns are read by queries alone
public class LedgerEntry implements JournaledRecord {

    /** What the column of exact figures keeps. */
    static final int EXACT_SCALE = 12;

    @Id
    @SequenceId
    private long id;

    private Reference reference;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Contribution contribution;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Partner donor;

    @Enumerated(EnumType.STRING)
    private Instrument instrument;

    @Enumerated(EnumType.STRING)
    private EntryKind kind;

    @Enumerated(EnumType.STRING)
    private Measure measure;

    private BigDecimal amount;
    private BigDecimal exactAmount;
    private Currency currency;
    private boolean approximate;
    private LocalDate valueDate;
    private short valueYear;
    private @Nullable BigDecimal usdAmount;
    private @Nullable BigDecimal ratePerUsd;
    private @Nullable LocalDate rateOn;
    private @Nullable String rateSource;
    private @Nullable String source;
    private @Nullable String reason;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable LedgerEntry reverses;

    private @Nullable String batch;
    private String recordedBy;
    private Instant recordedAt;

    @SuppressWarnings("NullAway.Init")
    protected LedgerEntry() {}

    /**
     * @param exact the figure as its source gives it, signed as it counts; kept beside the amount, which is rounded
     *     to the currency's minor unit
     */
    LedgerEntry(
            Reference reference,
            Contribution contribution,
            EntryKind kind,
            Measure measure,
            BigDecimal exact,
            LocalDate valueDate,
            boolean approximate,
            Conversion conversion,
            @Nullable String source,
            @Nullable String reason,
            @Nullable LedgerEntry reverses,
            @Nullable String batch,
            String recordedBy,
            Instant recordedAt) {
        this.reference = reference;
        this.contribution = contribution;
        this.donor = contribution.donor();
        this.instrument = contribution.instrument();
        this.currency = contribution.currency();
        this.kind = kind;
        this.measure = measure;
        this.exactAmount = exact.setScale(EXACT_SCALE, RoundingMode.HALF_EVEN);
        this.amount = Money.rounded(exact, currency).amount();
        this.valueDate = valueDate;
        this.valueYear = (short) valueDate.getYear();
        this.approximate = approximate;
        this.usdAmount = conversion.usd();
        this.ratePerUsd = conversion.perUsd();
        this.rateOn = conversion.on();
        this.rateSource = conversion.source();
        this.source = source;
        this.reason = reason;
        this.reverses = reverses;
        this.batch = batch;
        this.recordedBy = recordedBy;
        this.recordedAt = recordedAt;
    }

    /** The entry that takes this one back, at the rate this one was posted at. */
    LedgerEntry reversed(Reference number, LocalDate on, String why, String by, Instant now) {
        return new LedgerEntry(
                number,
                contribution,
                EntryKind.REVERSAL,
                measure,
                exactAmount.negate(),
                on,
                approximate,
                new Conversion(usdAmount == null ? null : usdAmount.negate(), ratePerUsd, rateOn, rateSource),
                source,
                why,
                this,
                null,
                by,
                now);
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public String label() {
        return reference.value();
    }

    public Reference reference() {
        return reference;
    }

    public Contribution contribution() {
        return contribution;
    }

    public EntryKind kind() {
        return kind;
    }

    public Measure measure() {
        return measure;
    }

    /** The entry it takes back. */
    @Nullable
    LedgerEntry reverses() {
        return reverses;
    }

    /** Signed as it counts. */
    public Money amount() {
        return new Money(amount, currency);
    }

    BigDecimal exactAmount() {
        return exactAmount;
    }

    public LocalDate valueDate() {
        return valueDate;
    }

    public String recordedBy() {
        return recordedBy;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LedgerEntry that && reference().equals(that.reference());
    }

    @Override
    public int hashCode() {
        return reference().hashCode();
    }
}
