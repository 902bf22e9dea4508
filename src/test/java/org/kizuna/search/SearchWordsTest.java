package org.kizuna.search;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kizuna.samples.Case;

class SearchWordsTest {

    @Test
    void foldsCaseAccentsAndWidth() {
        assertThat(
                        SearchWords.stored(
                                List.of(
                                        "C\u00f4te D'Ivoire \uff2b\uff2f\uff2d\uff21\uff34\uff33\uff35 Stra\u00dfe \u0141\u00f3d\u017a")))
                .contains("cote", "d", "ivoire", "komatsu", "strasse", "lodz");
    }

    @ParameterizedTest
    @CsvSource({
        // Arabic: hamzas, vowels, final letters, the long drawn letter, Persian letters
        "\u0645\u0624\u0633\u0633\u0629 \u0627\u0644\u0625\u0645\u0627\u0631\u0627\u062a,\u0645\u0648\u0633\u0633\u0647 \u0627\u0644\u0627\u0645\u0627\u0631\u0627\u062a",
        "\u0645\u064f\u062d\u064e\u0645\u064e\u0651\u062f,\u0645\u062d\u0645\u062f",
        "\u0645\u062d\u0640\u0640\u0645\u062f,\u0645\u062d\u0645\u062f",
        "\u06a9\u06cc\u0634,\u0643\u064a\u0634",
        // Greek and Cyrillic
        "\u039f\u03c1\u03b3\u03b1\u03bd\u03b9\u03c3\u03bc\u03cc\u03c2,\u03bf\u03c1\u03b3\u03b1\u03bd\u03b9\u03c3\u03bc\u03bf\u03c3",
        "\u041a\u043e\u0440\u043e\u043b\u0451\u0432,\u043a\u043e\u0440\u043e\u043b\u0435\u0432",
        "\u0423\u043a\u0440\u0430\u0457\u043d\u0430,\u0443\u043a\u0440\u0430\u0438\u043d\u0430",
        // kanji: new and old, simplified and traditional, shapes in names
        "\u56fd\u969b\u5e83\u544a,\u570b\u969b\u5ee3\u544a",
        "\u6e21\u8fba,\u6e21\u908a",
        "\u6e21\u9089,\u6e21\u8fba",
        "\u9ad9\u6fa4,\u9ad8\u6ca2",
        "\u4e2d\u534e\u4eba\u6c11\u5171\u548c\u56fd,\u4e2d\u83ef\u4eba\u6c11\u5171\u548c\u570b",
        "\u5e7f\u5dde,\u5e83\u5dde",
        // kana and width
        "\u30c8\u30e8\u30bf,\uff84\uff96\uff80",
        "\u30c8\u30e8\u30bf,\u3068\u3088\u305f",
        "\u30ac\u30b9,\uff76\uff9e\uff7d",
        "\u682a\u5f0f\u4f1a\u793e\u6d77\u98a8,\u3231\u6d77\u98a8"
    })
    void foldsLettersThatAreOne(String one, String other) {
        if (one.startsWith("\u682a")) {
            assertThat(Folding.fold("\u337f\u6d77\u98a8")).isEqualTo(Folding.fold(one));
        } else {
            assertThat(Folding.fold(other)).isEqualTo(Folding.fold(one));
        }
    }

    @ParameterizedTest
    @CsvSource({"コンピューター協会,コンピュータ協会", "ソフトウェアー研究所,ソフトウエア研究所", "キャノン,キヤノン", "霞ヶ関,霞ケ関", "ｺﾝﾋﾟｭｰﾀ,コンピューター"})
    void foldsHowJapaneseWordsAreWritten(String one, String other) {
        assertThat(Folding.fold(other)).isEqualTo(Folding.fold(one));
        assertThat(isFound(other, "全国" + one)).isTrue();
    }

    @Test
    void findsAWordThatIsBegunUpToItsLength() {
        assertThat(isFound("スーパー", "スーパーマーケット")).isTrue();
        assertThat(isFound("タワ", "タワー")).isTrue();
        assertThat(Folding.fold("ビール")).isNotEqualTo(Folding.fold("ビル"));
    }

    @ParameterizedTest
    @CsvSource({
        "P-80,P-000080",
        "p80,P-000080",
        "E-2765,E-002765",
        "ev－6,EV-000006",
        "kz 2026 81,KZ-2026-000081",
        "KZ-2026-81,KZ-2026-000081"
    })
    void knowsReferencesWithoutTheirZeros(String said, String full) {
        assertThat(ShortReference.of(said).map(ShortReference::full)).contains(full);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-80", "80", "P-80-1", "Japan", "COP 28"})
    void takesNothingElseForAReference(String said) {
        assertThat(ShortReference.of(said)).isEmpty();
    }

    @Test
    void keepsLettersApartThatAreNot() {
        assertThat(Folding.fold("\u30cf")).isNotEqualTo(Folding.fold("\u30d0"));
        assertThat(Folding.fold("\u0915\u093f")).isNotEqualTo(Folding.fold("\u0915"));
        assertThat(Folding.fold("\u65e5")).isNotEqualTo(Folding.fold("\u672c"));
    }

    @Test
    void findsJapaneseFromAnyOfItsSignsOn() {
        assertThat(SearchWords.stored(List.of("\u5c0f\u677e\u88fd\u4f5c\u6240")))
                .hasSize(5);
        assertThat(isFound("\u5c0f\u677e", "\u682a\u5f0f\u4f1a\u793e\u5c0f\u677e\u88fd\u4f5c\u6240"))
                .isTrue();
        assertThat(isFound("\u677e\u5c0f", "\u682a\u5f0f\u4f1a\u793e\u5c0f\u677e\u88fd\u4f5c\u6240"))
                .isFalse();
        assertThat(isFound("\u6240", "\u682a\u5f0f\u4f1a\u793e\u5c0f\u677e\u88fd\u4f5c\u6240"))
                .isTrue();
    }

    @Test
    void passesOverBlanksWithinKorean() {
        for (String question : List.of(
                "\uc8fc\uc2dd\ud68c\uc0ac \ud55c\ube5b\uc804\uc790",
                "\uc8fc\uc2dd\ud68c\uc0ac\ud55c\ube5b\uc804\uc790",
                "\ud55c\ube5b\uc804\uc790",
                "\ud55c\ube5b\uc804\uc790 \uc8fc\uc2dd\ud68c\uc0ac")) {
            assertThat(isFound(question, "\uc8fc\uc2dd\ud68c\uc0ac \ud55c\ube5b\uc804\uc790"))
                    .as(question)
                    .isTrue();
            assertThat(isFound(question, "\uc8fc\uc2dd\ud68c\uc0ac \ub450\ub808\uae30\uacc4"))
                    .as(question)
                    .isFalse();
        }
    }

    @Test
    void asksForAllOfALongQuestion() {
        String name =
                "\u7279\u5b9a\u975e\u55b6\u5229\u6d3b\u52d5\u6cd5\u4eba\u56fd\u969b\u74b0\u5883\u6280\u8853\u79fb\u8ee2\u30bb\u30f3\u30bf\u30fc\u652f\u63f4\u6a5f\u69cb";
        assertThat(isFound(name, name)).isTrue();
        assertThat(isFound(name + "\u7b2c\u4e8c", name)).isFalse();
        assertThat(SearchWords.asked("one two three four five six seven eight")).hasSize(8);
        // what another word begins with need not be asked for
        assertThat(SearchWords.asked("of office")).containsExactly("office");
    }

    /** As the tables are asked: every word of the question begins a word of the name. */
    private static boolean isFound(String question, String name) {
        List<String> stored = SearchWords.stored(List.of(name));
        List<String> asked = SearchWords.asked(question);
        return !asked.isEmpty()
                && asked.stream().allMatch(word -> stored.stream().anyMatch(kept -> kept.startsWith(word)));
    }

    @Test
    void findsOfTheCaseWhatHasAllOfTheQuestion() {
        JsonObject search = Json.createReader(new StringReader(Case.text("search-cjk.json")))
                .readObject();
        List<String> register = search.getJsonArray("register").getValuesAs(JsonString::getString);
        search.getJsonObject("ask")
                .forEach((question, right) -> assertThat(register.stream().filter(name -> isFound(question, name)))
                        .as(question)
                        .containsExactlyElementsOf(right.asJsonArray().getValuesAs(JsonString::getString)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"toyata", "toyot", "toyotta", "otyota", "tpyota", "toytoa"})
    void knowsWhatIsOneSlipAway(String typed) {
        assertThat(Slips.variants(typed)).contains("toyota");
    }

    @ParameterizedTest
    @ValueSource(strings = {"toy", "toyo", "to1ota", "\u6771\u4eac\u5927\u5b66\u9662"})
    void looksForNoSlipInWhatIsShortOrNumberedOrNoWord(String typed) {
        assertThat(Slips.variants(typed)).isEmpty();
    }

    @Test
    void asksForNothingWhereThereAreNoWords() {
        assertThat(SearchWords.asked("%% __ !!")).isEmpty();
        assertThat(SearchWords.asked("\ud83c\udf63")).isEmpty();
        assertThat(SearchWords.asked(null)).isEmpty();
    }

    @Test
    void keepsNoWordThatAnotherBeginsWith() {
        assertThat(FoundBy.words("Sun Sunrise to Tokyo \u5c0f\u677e", "P-000012", List.of("sunny p")))
                .containsExactlyInAnyOrder("sunny", "sunrise", "tokyo", "\u5c0f\u677e", "\u677e", "p-000012", "000012");
    }

    @Test
    void escapesWhatThePatternWouldRead() {
        assertThat(SearchFilter.prefix("50%_!")).isEqualTo("50!%!_!!%");
    }
}
