package org.kizuna.tag.rest;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.RecordRef;
import org.kizuna.tag.Tag;
import org.kizuna.tag.TagCode;
import org.kizuna.tag.TagCodes;
import org.kizuna.tag.TagsDetail;

/**
 * The tags of a record as REST gives them.
 *
 * @param kind name of the kind of record, as the journal calls it
 * @param reference what the record is called
 * @param version of its tags, to be sent with {@code If-Match}
 */
public record TagsJson(String kind, String reference, List<TagJson> tags, long version) {

    static TagsJson of(RecordRef record, String reference, TagsDetail detail, Locale language) {
        return new TagsJson(
                record.kind(),
                reference,
                detail.tags().stream().map(tag -> TagJson.of(tag, language)).toList(),
                detail.version());
    }

    /**
     * One tag.
     *
     * @param vocabularyVersion edition of the list that the code was chosen from
     * @param name what the code is called, in the language that is asked for
     * @param percentage share of the whole in per cent
     */
    public record TagJson(
            String vocabulary,
            String vocabularyVersion,
            String code,
            String name,
            @Nullable String percentage) {

        static TagJson of(Tag tag, Locale language) {
            return new TagJson(
                    tag.vocabulary().name(),
                    tag.vocabularyVersion(),
                    tag.code(),
                    TagCodes.find(tag.vocabulary(), tag.code())
                            .map((TagCode code) -> code.name(language))
                            .orElse(tag.code()),
                    tag.percentage() == null
                            ? null
                            : tag.percentage().stripTrailingZeros().toPlainString());
        }
    }
}
