package org.kizuna.tag;

import java.util.List;

/**
 * The tags of a record.
 *
 * @param version 0 while the record never had any, else one more than their row's, so that whoever saw none does not save
 *     over the first ones
 */
public record TagsDetail(long version, List<Tag> tags) {

    static final long FIRST = 1;

    static final TagsDetail NONE = new TagsDetail(0, List.of());

    public TagsDetail {
        tags = List.copyOf(tags);
    }

    static TagsDetail of(RecordTags tags) {
        return new TagsDetail(tags.version() + FIRST, tags.tags());
    }

    /** As they are said. */
    public TagsData data() {
        return new TagsData(tags.stream()
                .map(tag -> new TagsData.Chosen(tag.vocabulary(), tag.code(), tag.percentage()))
                .toList());
    }
}
