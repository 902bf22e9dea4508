package org.kizuna.tag.web;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.tag.Tag;
import org.kizuna.tag.TagCode;
import org.kizuna.tag.TagCodes;
import org.kizuna.tag.TagsData;

/** The tags of a record as a page holds them: one field picks a code among those of all lists. */
public record TagForm(List<Row> tags) {

    static TagForm of(List<Tag> tags) {
        return new TagForm(tags.stream()
                .map(tag -> new Row(tag.vocabulary().name() + " " + tag.code(), tag.percentage()))
                .toList());
    }

    TagsData data() {
        return new TagsData(tags.stream().map(Row::item).toList());
    }

    /** @param code as {@link TagCode#key} */
    public record Row(@Nullable String code, @Nullable BigDecimal percentage) {

        private TagsData.Chosen item() {
            TagCode picked = code == null ? null : TagCodes.find(code).orElse(null);
            return picked == null
                    ? new TagsData.Chosen(null, null, percentage)
                    : new TagsData.Chosen(picked.vocabulary(), picked.code(), percentage);
        }
    }
}
