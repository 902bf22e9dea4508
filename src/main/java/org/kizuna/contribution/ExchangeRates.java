package org.kizuna.contribution;

import com.ibm.icu.util.Currency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kizuna.security.Register;
import org.kizuna.security.Roles;
import org.kizuna.shared.UniqueIndex;

/** The rates of exchange: the door they are written through, and the one place that says which holds on a day. */
@Stateless
@Register
public class ExchangeRates {

    @PersistenceContext
    private EntityManager entities;

    @RolesAllowed(Roles.ADMINISTRATOR)
    public void publish(List<Published> rates) {
        Set<Currency> currencies = new HashSet<>();
        for (Published published : rates) {
            ExchangeRate rate = new ExchangeRate(
                    published.currency(), published.effectiveOn(), published.perUsd(), published.source());
            entities.persist(rate);
            currencies.add(rate.currency());
        }
        UniqueIndex.flush(entities, Map.of("exchange_rate_day", RateKnownAlready::new));
        if (!currencies.isEmpty()) {
            new LedgerSums(entities).revalued(currencies);
        }
    }

    /**
     * The rate of a day is the newest one that took effect on it or before, for that currency [UN operational rates
     * of exchange]. Where there is none the amount is not convertible.
     */
    static Optional<ExchangeRate> on(EntityManager entities, Currency currency, LocalDate day) {
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

    /**
     * A rate as published.
     *
     * @param perUsd units of the currency for one US dollar
     */
    public record Published(
            @Nullable String currency,
            @Nullable LocalDate effectiveOn,
            @Nullable BigDecimal perUsd,
            @Nullable String source) {}
}
