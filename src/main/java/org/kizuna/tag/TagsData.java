package org.kizuna.tag;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tags of a record as somebody says them.
 *
 * @param tags in the order in which they are shown
 */
public record TagsData(List<Chosen> tags) {

    public TagsData {
        tags = List.copyOf(tags);
    }

    /**
     * One tag.
     *
     * @param percentage share of the whole in per cent, of up to two decimals; those of one vocabulary sum to 100, or none
     *     is said
     */
    public record Chosen(
            @Nullable TagVocabulary vocabulary,
            @Nullable String code,
            @Nullable BigDecimal percentage) {}
}
