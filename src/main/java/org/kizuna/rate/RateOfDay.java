package org.kizuna.rate;

import com.ibm.icu.util.Currency;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Optional;

/** The one place that says which rate holds on a day. */
public final class RateOfDay {

    private RateOfDay() {}

    /**
     * The rate of a day is the newest one that took effect on it or before, for that currency [UN operational rates
     * of exchange]. Where there is none the amount is not convertible.
     */
    public static Optional<ExchangeRate> on(EntityManager entities, Currency currency, LocalDate day) {
        return entities
                .createQuery(
                        "select r from ExchangeRate r where r.currency = :currency and r.effectiveOn <= :day"
                                + " order by r.effectiveOn desc",
                        ExchangeRate.class)
                .setParameter("currency", currency)
                .setParameter("day", day)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }
}
