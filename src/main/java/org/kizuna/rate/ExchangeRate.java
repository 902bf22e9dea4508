package org.kizuna.rate;

import com.ibm.icu.util.Currency;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Currencies;
import org.kizuna.shared.Problems;
import org.kizuna.shared.VersionedEntity;

/** What a currency is worth from a day on, until a later row of the same currency. */
@Entity
public class ExchangeRate extends VersionedEntity {

    /** That a rate has before the point at the most, and behind it. */
    private static final int DIGITS = 14;

    @Column(updatable = false)
    private Currency currency;

    @Column(updatable = false)
    private LocalDate effectiveOn;

    private BigDecimal perUsd;
    private String source;

    @SuppressWarnings("NullAway.Init")
    protected ExchangeRate() {}

    /**
     * @param perUsd units of the currency for one US dollar, positive
     * @throws org.kizuna.shared.InvalidInput when a field is missing or malformed
     */
    ExchangeRate(
            @Nullable String currency,
            @Nullable LocalDate effectiveOn,
            @Nullable BigDecimal perUsd,
            @Nullable String source) {
        Problems problems = new Problems();
        Currency known = Currencies.typed(problems, "currency", currency);
        problems.required("currency", Problems.clean(currency));
        problems.required("effectiveOn", effectiveOn);
        problems.required("perUsd", perUsd);
        if (perUsd != null && perUsd.signum() <= 0) {
            problems.add("perUsd", "notPositive");
        } else if (perUsd != null && !fits(perUsd.stripTrailingZeros())) {
            problems.add("perUsd", "rateTooLong", DIGITS);
        }
        this.source = problems.required("source", source, 200);
        problems.refuse();
        this.currency = Objects.requireNonNull(known);
        this.effectiveOn = Objects.requireNonNull(effectiveOn);
        this.perUsd = Objects.requireNonNull(perUsd);
    }

    private static boolean fits(BigDecimal rate) {
        return rate.scale() <= DIGITS && rate.precision() - rate.scale() <= DIGITS;
    }

    public Currency currency() {
        return currency;
    }

    public LocalDate effectiveOn() {
        return effectiveOn;
    }

    /** Units of the currency for one US dollar. */
    public BigDecimal perUsd() {
        return perUsd;
    }

    public String source() {
        return source;
    }

    @Override
    public String label() {
        return currency.getCurrencyCode() + " " + effectiveOn;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExchangeRate that
                && currency().equals(that.currency())
                && effectiveOn().equals(that.effectiveOn());
    }

    @Override
    public int hashCode() {
        return Objects.hash(currency(), effectiveOn());
    }
}
