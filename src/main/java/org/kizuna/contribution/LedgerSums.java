package org.kizuna.contribution;

import com.ibm.icu.util.Currency;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import org.hibernate.Session;
import org.kizuna.shared.ManyRows;

/**
 * Tells the sums of the ledger what changes them, in the transaction that changes it, and which receipts wait from now
 * on. Nobody waits: an entry is noted in a row of its own, and {@link LedgerSummation} adds it up.
 */
final class LedgerSums {

    private final EntityManager entities;

    LedgerSums(EntityManager entities) {
        this.entities = entities;
    }

    /** Entries that are in their table by now. */
    void entered(List<LedgerEntry> entries) {
        ManyRows unsummed = new ManyRows("ledger_unsummed", "entry_id");
        entries.forEach(entry -> unsummed.add(entry.id()));
        entities.unwrap(Session.class).doWork(unsummed::write);
        new Recorders(entities).entered(entries);
        new UnconfirmedReceipts(entities).entered(entries);
    }

    /** Rates of these currencies became known: what is summed in them may be worth something else. */
    void revalued(Collection<Currency> currencies) {
        entities.createNativeQuery("UPDATE ledger_sum_currency SET stale = TRUE WHERE currency IN (:currencies)")
                .setParameter(
                        "currencies",
                        currencies.stream().map(Currency::getCurrencyCode).toList())
                .executeUpdate();
    }
}
