package org.kizuna.contribution;

import com.ibm.icu.util.Currency;
import java.util.List;
import java.util.Map;

/** What contributions come to, told by whoever sums up their entries, which are not seen from here. */
public interface ContributionTotals {

    /**
     * Those in whose ledger nothing stands are missing.
     *
     * @param contributions by id, the currency of each
     */
    Map<Long, Totals> of(Map<Long, Currency> contributions);

    /** Kinds of record by which they change, as the journal calls them. */
    List<String> kinds();
}
