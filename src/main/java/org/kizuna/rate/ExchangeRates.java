package org.kizuna.rate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kizuna.security.Register;
import org.kizuna.security.Roles;
import org.kizuna.shared.InvalidInput;
import org.kizuna.shared.Problems;
import org.kizuna.shared.UniqueIndex;

/** The rates of exchange: the door they are written through. */
@Stateless
@Register
public class ExchangeRates {

    @PersistenceContext
    private EntityManager entities;

    /**
     * Records rates for good: what was converted at one keeps it.
     *
     * @throws org.kizuna.shared.InvalidInput when any of them says not what of when and who says so; none is recorded then
     * @throws RateKnownAlready when there is one of the same currency and day
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void publish(List<Published> rates) {
        checked(rates).forEach(entities::persist);
        UniqueIndex.flush(entities, Map.of("exchange_rate_day", RateKnownAlready::new));
    }

    private static List<ExchangeRate> checked(List<Published> rates) {
        List<ExchangeRate> checked = new ArrayList<>();
        Problems problems = new Problems();
        for (int i = 0; i < rates.size(); i++) {
            Published rate = rates.get(i);
            try {
                checked.add(new ExchangeRate(rate.currency(), rate.effectiveOn(), rate.perUsd(), rate.source()));
            } catch (InvalidInput e) {
                for (InvalidInput.Problem problem : e.problems()) {
                    problems.add(
                            "rates[" + i + "]." + problem.field(),
                            problem.key(),
                            problem.arguments().toArray());
                }
            }
        }
        problems.refuse();
        return checked;
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
