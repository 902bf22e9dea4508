package org.kizuna.figure;

import com.ibm.icu.util.Currency;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.kizuna.rate.RatesPublished;

/** What is summed in a currency may be worth something else when a rate of it becomes known. */
@Dependent
class StaleSums {

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    StaleSums() {}

    void mark(@Observes RatesPublished rates) {
        entities.createNativeQuery("UPDATE ledger_sum_currency SET stale = TRUE WHERE currency IN (:currencies)")
                .setParameter(
                        "currencies",
                        rates.currencies().stream()
                                .map(Currency::getCurrencyCode)
                                .toList())
                .executeUpdate();
    }
}
