package org.kizuna.partner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameKeyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Blue Heron Foundation | BLUE HERON FOUNDATION",
                "Blue Heron Foundation | Blue Heron Foundation, Inc.",
                "Blue Heron Foundation | The Blue Heron Foundation",
                "Blue Heron Foundation | Blue\u00a0 Heron\u200b Foundation",
                "Blue Heron Foundation | Ｂｌｕｅ Heron Foundation",
                "㈱海風製作所 | 株式会社海風製作所",
                "海風製作所 | 海風製作所（株）",
                "海風製作所 | 株式会社 海風 製作所",
                "Acme | Acme Co., Ltd.",
                "Acme | Acme K.K.",
                "Acme | ACME S. A.",
                "Acme | Acme, S.A. de C.V.",
                "Acme | Acme Sp. z o.o.",
                "Acme | Acme GmbH & Co. KG",
                "Acme | Acme A/S",
                "Acme Nord | AB Acme-Nord",
                "Ромашка | ООО «Ромашка»",
                "삼성전자 | 삼성전자 주식회사",
                "삼성전자 | ㈜삼성전자",
                "华为技术 | 华为技术有限公司",
                "Astra | PT Astra Tbk",
                "Air Liquide | L'Air Liquide SA",
                "Müller Söhne | Muller Sohne GmbH",
                "Johnson & Johnson | Johnson and Johnson",
                "Société Générale | SOCIETE GENERALE",
                "雪見工業 | Ｋ．Ｋ． 雪見工業",
                "Heron | Kabushiki Kaisha Heron",
                "青嵐会 | (一財)青嵐会",
                "Lumière du Nord | Société anonyme Lumière du Nord",
                "Северный Ветер | Общество с ограниченной ответственностью «Северный Ветер»",
                "Μπλε Γλάρος | ΜΠΛΕ ΓΛΑΡΟΣ Α.Ε.",
                "النسر الأزرق | شركة النسر الأزرق ذ.م.م",
                "Azulejo Verde | Azulejo Verde Sociedade Anônima",
                "Zonnebloem | Stichting Zonnebloem",
                "Havsbris Energi | Aktiebolaget Havsbris Energi (publ)",
                "Fundación El Roble | FUNDACIÓN EL ROBLE, A.C.",
                "Błękitna Czapla | Błękitna Czapla Spółka z ograniczoną odpowiedzialnością",
                "Marmalade | Marmalade (P) Ltd.",
                "Ministry of Foreign Affairs of the Netherlands | Ministry of Foreign Affairs of Netherlands",
            })
    void oneOrganisationWrittenTwice(String one, String other) {
        assertThat(NameKey.of(other)).isEqualTo(NameKey.of(one)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "Blue Heron Foundation, Blue Heron Fund",
        "海風製作所, 海風製造所",
        "Ministry of Trade, Ministry of Industry",
        "Acme 1, Acme 2",
        "かき, がき",
        "University of Tokyo, Tokyo University of Science",
        "Limited Brands, Brands",
    })
    void twoOrganisations(String one, String other) {
        assertThat(NameKey.of(one)).isNotEqualTo(NameKey.of(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"The Company", "Inc.", "株式会社", "The", "A.S."})
    void aNameOfNothingElseIsKept(String name) {
        assertThat(NameKey.of(name)).isNotNull();
    }

    @Test
    void hasNoneWithoutLetters() {
        assertThat(NameKey.of(null)).isNull();
        assertThat(NameKey.of(" — ")).isNull();
    }
}
