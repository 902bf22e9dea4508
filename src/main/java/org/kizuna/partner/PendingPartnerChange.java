package org.kizuna.partner;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is proposed for an approved partner and waits for an approver.
 *
 * @param version of the proposal
 */
public record PendingPartnerChange(long version, String proposedBy, Instant proposedAt, List<Item> items) {

    static PendingPartnerChange of(PartnerChange change) {
        return new PendingPartnerChange(
                change.version(),
                change.proposedBy(),
                change.proposedAt(),
                change.items().stream().map(Item::of).toList());
    }

    /**
     * One field with what stands there and what shall.
     *
     * @param before a constant where the field has them, else a text
     * @param after the same; null where what stands there shall go
     */
    public record Item(
            String field, @Nullable Object before, @Nullable Object after) {

        static Item of(PartnerChangeItem item) {
            return new Item(item.field(), value(item.field(), item.before()), value(item.field(), item.after()));
        }

        private static @Nullable Object value(String field, @Nullable String text) {
            if (text == null) {
                return null;
            }
            return switch (field) {
                case "sector" -> Sector.valueOf(text);
                case "organisationType" -> OrganisationType.valueOf(text);
                default -> text;
            };
        }
    }
}
