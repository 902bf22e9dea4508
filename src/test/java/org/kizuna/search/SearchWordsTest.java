package org.kizuna.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SearchWordsTest {

    @Test
    void foldsCaseAccentsAndWidth() {
        assertThat(SearchWords.stored(List.of("Côte D'Ivoire ＫＯＭＡＴＳＵ"))).contains("cote", "komatsu");
    }

    @Test
    void findsJapaneseByPairsAndBySigns() {
        assertThat(SearchWords.stored(List.of("株式会社小松製作所"))).contains("小松", "松", "製作");
        assertThat(SearchWords.asked("小松")).contains("小松");
    }

    @Test
    void asksForNothingWhereThereAreNoWords() {
        assertThat(SearchWords.asked("%% __ !!")).isEmpty();
        assertThat(SearchWords.asked(null)).isEmpty();
    }

    @Test
    void keepsNoWordThatAnotherBeginsWith() {
        assertThat(FoundBy.words("Sun Sunrise to Tokyo 小松", "P-000012", List.of("sunny p")))
                .containsExactlyInAnyOrder("sunny", "sunrise", "tokyo", "小松", "松", "p-000012", "000012");
    }

    @Test
    void escapesWhatThePatternWouldRead() {
        assertThat(SearchFilter.prefix("50%_!")).isEqualTo("50!%!_!!%");
    }
}
