package org.kizuna.exchange;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What would happen if an import were entered.
 *
 * @param problem what is wrong with the file as a whole, or null
 * @param newPartners how many partners would be registered
 * @param totals sum of the figures by year, not rounded
 */
public record Preview(
        @Nullable Finding problem,
        List<StatementRow> rows,
        int newPartners,
        long errors,
        long warnings,
        Map<Integer, BigDecimal> totals) {

    public boolean canBeEntered() {
        return problem == null && errors == 0 && !rows.isEmpty();
    }
}
