package org.kizuna.rate;

import com.ibm.icu.util.Currency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.security.Roles;
import org.kizuna.shared.paging.KeysetQuery;
import org.kizuna.shared.paging.Page;
import org.kizuna.shared.paging.PageRequest;
import org.kizuna.shared.paging.SortKey;

/** Reads the rates of exchange. */
@Stateless
@RolesAllowed(Roles.ANYBODY)
public class RateQueries {

    private static final List<SortKey> ORDERS = List.of(SortKey.date("effectiveOn", "r.effectiveOn"));

    @PersistenceContext
    private EntityManager entities;

    /**
     * Newest first.
     *
     * @param from first day on which they took effect, inclusive
     * @param to last of these days, inclusive
     */
    public Page<RateRow> list(
            @Nullable Currency currency, @Nullable LocalDate from, @Nullable LocalDate to, PageRequest request) {
        PageRequest newest = new PageRequest("-effectiveOn", request.limit(), request.after(), request.before());
        return new KeysetQuery<RateRow>(
                        entities,
                        "new org.kizuna.rate.RateRow(r.currency, r.effectiveOn, r.perUsd, r.source)",
                        "ExchangeRate r",
                        "r")
                .filter("r.currency = :currency", "currency", currency)
                .filter("r.effectiveOn >= :from", "from", from)
                .filter("r.effectiveOn <= :to", "to", to)
                .page(newest, ORDERS);
    }
}
