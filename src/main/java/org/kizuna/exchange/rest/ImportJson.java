package org.kizuna.exchange.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.ledger.ReversalRow;

/**
 * An import as REST gives it.
 *
 * @param file what is known of the file
 * @param preview what entering it would do; null once it is entered or discarded
 * @param takingBack who asks to take it back, and whose word is still awaited
 * @param statedRefunds how many refunds it tells of that an approver has still to enter
 */
public record ImportJson(
        ImportItemJson file, @Nullable PreviewJson preview, List<AskedJson> takingBack, int statedRefunds) {

    /** @param answerer the role that has to agree */
    public record AskedJson(
            String askedBy,
            String askedAt,
            String reason,
            @Nullable String answerer) {

        static AskedJson of(ReversalRow row) {
            return new AskedJson(row.askedBy(), row.askedAt().toString(), row.reason(), row.answerer());
        }
    }
}
