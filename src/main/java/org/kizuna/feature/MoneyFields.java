package org.kizuna.feature;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a kind of record that say money.
 *
 * @param amount rounded as its currency is
 * @param exact the figure as its source gives it, which every sum is made of
 * @param measure what kind of figure it is: only amounts of one measure and currency add up
 * @param rate the fields that freeze the rate of exchange, the rate itself first
 */
public record MoneyFields(
        String kind, String amount, String exact, String currency, String measure, List<String> rate) {

    /** The figure that is summed; null where the record has none. */
    public @Nullable String figure(Map<String, @Nullable String> values) {
        return values.getOrDefault(exact, values.get(amount));
    }
}
