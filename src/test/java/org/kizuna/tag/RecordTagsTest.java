package org.kizuna.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kizuna.partner.PartnerFeature;
import org.kizuna.partner.Unsaved;
import org.kizuna.samples.Some;
import org.kizuna.shared.RecordRef;
import org.kizuna.testing.Refusals;

/** What tags a record may have. */
class RecordTagsTest {

    private final RecordTags tags =
            new RecordTags(new RecordRef(PartnerFeature.PARTNER, 1), Unsaved.partner("P-000001", Some.company()));

    @Test
    void theSharesOfAVocabularySumTo100OrAreNotSaid() throws Exception {
        assertThat(refused(item("9", "60"), item("8", "30"))).containsExactly("tags[1].percentage: sharesNot100");
        assertThat(refused(item("9", "60"), item("8", null)))
                .containsExactly("tags[1].percentage: shareMissing", "tags[1].percentage: sharesNot100");
        assertThat(refused(item("9", "99.99"))).containsExactly("tags[0].percentage: sharesNot100");
        take(item("9", "33.33"), item("8", "33.33"), item("12", "33.34"));
        take(item("9", "100.00"));
        take(item("9", null), item("8", null));
    }

    @Test
    void eachVocabularySumsForItself() throws Exception {
        TagsData.Chosen purpose = new TagsData.Chosen(TagVocabulary.DAC_PURPOSE, "32120", null);
        take(item("9", "100"), purpose, new TagsData.Chosen(TagVocabulary.SDG_TARGET, "9.2", null));
        assertThat(tags.tags()).extracting(Tag::code).containsExactly("9", "32120", "9.2");
    }

    @Test
    void aShareIsMoreThanNothingAndNoMoreThanTheWhole() throws Exception {
        for (String share : List.of("0", "-5", "100.01", "33.333")) {
            assertThat(refused(item("9", share))).as(share).contains("tags[0].percentage: noShare");
        }
    }

    @Test
    void aCodeIsOneOfItsListAndSaidOnce() throws Exception {
        assertThat(refused(item("18", null))).containsExactly("tags[0].code: noSuchCode");
        assertThat(refused(item(null, null))).containsExactly("tags[0].code: required");
        assertThat(refused(new TagsData.Chosen(null, "9", null))).containsExactly("tags[0].vocabulary: required");
        assertThat(refused(new TagsData.Chosen(null, null, null))).containsExactly("tags[0].code: required");
        assertThat(refused(item("9", null), item("8", null), item("9", null)))
                .containsExactly("tags[2].code: saidTwice");
    }

    @Test
    void aCodeThatWasWithdrawnIsNotChosenAnew() throws Exception {
        assertThat(refused(new TagsData.Chosen(TagVocabulary.DAC_PURPOSE, "15140", null)))
                .containsExactly("tags[0].code: codeWithdrawn");
    }

    @Test
    void whatIsRefusedLeavesTheTagsAsTheyWere() throws Exception {
        take(item("9", "100"));
        refused(item("8", "10"));
        assertThat(tags.tags()).extracting(Tag::code).containsExactly("9");
    }

    @Test
    void aNameThatTheListDoesNotHaveInALanguageIsSaidInEnglish() {
        TagCode goal = TagCodes.find(TagVocabulary.SDG_GOAL, "9").orElseThrow();
        assertThat(goal.name(Locale.FRENCH)).startsWith("Bâtir une infrastructure résiliente");
        assertThat(goal.name(Locale.JAPANESE))
                .isEqualTo(goal.name(Locale.ENGLISH))
                .startsWith("Build resilient");
    }

    @Test
    void everyListIsReadAndItsCodesFitTheirColumn() {
        for (TagVocabulary vocabulary : TagVocabulary.values()) {
            assertThat(TagCodes.of(vocabulary)).isNotEmpty().allSatisfy(code -> {
                assertThat(code.code()).hasSizeBetween(1, 20).isASCII();
                assertThat(code.name(Locale.ENGLISH)).isNotBlank();
                assertThat(TagCodes.find(code.key())).contains(code);
            });
            assertThat(vocabulary.version()).hasSizeLessThanOrEqualTo(20).isASCII();
            assertThat(vocabulary.name()).hasSizeLessThanOrEqualTo(20);
        }
    }

    @Test
    void codesAreFoundByCodeAndByAnyWordsOfTheirName() {
        assertThat(TagCodes.search(Locale.ENGLISH, "9.2", 12))
                .extracting(TagCode::key)
                .contains("SDG_TARGET 9.2");
        assertThat(TagCodes.search(Locale.ENGLISH, "industrial POLICY", 12))
                .extracting(TagCode::code)
                .contains("32110");
        assertThat(TagCodes.search(Locale.FRENCH, "développement industriel", 12))
                .extracting(TagCode::code)
                .contains("32120");
        assertThat(TagCodes.search(Locale.ENGLISH, "15140", 12)).isEmpty();
    }

    private static TagsData.Chosen item(@Nullable String goal, @Nullable String share) {
        return new TagsData.Chosen(TagVocabulary.SDG_GOAL, goal, share == null ? null : new BigDecimal(share));
    }

    private void take(TagsData.Chosen... items) {
        tags.take(new TagsData(Stream.of(items).toList()));
    }

    private List<String> refused(TagsData.Chosen... items) throws Exception {
        return Refusals.of(() -> {
            take(items);
            return items;
        });
    }
}
