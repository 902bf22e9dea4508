package org.kizuna.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kizuna.samples.Case;

class CountryNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "KP; Democratic People's Republic of Korea; R\u00e9publique populaire d\u00e9mocratique de Cor\u00e9e; \u671d\u9bae\u6c11\u4e3b\u4e3b\u7fa9\u4eba\u6c11\u5171\u548c\u56fd",
                "CI; C\u00f4te d\u2019Ivoire; C\u00f4te d\u2019Ivoire; \u30b3\u30fc\u30c8\u30b8\u30dc\u30ef\u30fc\u30eb",
                "CV; Cabo Verde; Cabo Verde; \u30ab\u30fc\u30dc\u30d9\u30eb\u30c7",
                "TR; T\u00fcrkiye; T\u00fcrkiye; \u30c8\u30eb\u30b3",
                "CD; Democratic Republic of the Congo; R\u00e9publique d\u00e9mocratique du Congo; \u30b3\u30f3\u30b4\u6c11\u4e3b\u5171\u548c\u56fd",
                "VN; Viet Nam; Viet Nam; \u30d9\u30c8\u30ca\u30e0",
                "KR; Republic of Korea; R\u00e9publique de Cor\u00e9e; \u5927\u97d3\u6c11\u56fd",
                "JP; Japan; Japon; \u65e5\u672c",
                "FK; Falkland Islands (Malvinas); \u00celes Falkland (Malvinas); \u30d5\u30a9\u30fc\u30af\u30e9\u30f3\u30c9\u8af8\u5cf6\uff08\u30de\u30eb\u30d3\u30ca\u30b9\uff09"
            })
    void namesCountriesAsTheUnitedNationsDo(String code, String english, String french, String japanese) {
        CountryCode country = new CountryCode(code);
        assertThat(country.name(Locale.ENGLISH)).isEqualTo(english);
        assertThat(country.name(Locale.FRENCH)).isEqualTo(french);
        assertThat(country.name(Locale.JAPANESE)).isEqualTo(japanese);
    }

    @Test
    void hasAllOfIso3166InThreeLanguages() {
        for (String code : Locale.getISOCountries()) {
            CountryCode country = new CountryCode(code);
            for (Locale language : Words.LANGUAGES) {
                assertThat(country.name(language)).as(code).isNotBlank().isNotEqualTo(code);
            }
            assertThat(CountryNames.spellings(country)).isNotEmpty();
        }
        assertThat(CountryCode.all(Locale.JAPANESE)).hasSize(250);
    }

    @ParameterizedTest
    @CsvSource({
        "Turkey,TR",
        "turquie,TR",
        "USA,US",
        "U.S.A.,US",
        "United States,US",
        "UK,GB",
        "United Kingdom,GB",
        "South Korea,KR",
        "Vietnam,VN",
        "Czech Republic,CZ",
        "Swaziland,SZ",
        "Bolivia,BO",
        "Iran,IR",
        "The Netherlands,NL",
        "Cape Verde,CV",
        "Macedonia,MK",
        "Government of Japan,JP",
        "\u65e5\u672c,JP",
        "\u65e5\u672c\u56fd\u653f\u5e9c,JP",
        "Cote d'Ivoire,CI",
        "C\u00d4TE D\u2019IVOIRE,CI",
        "Ivory Coast,CI",
        "Congo - Kinshasa,CD",
        "North Korea,KP",
        "Gouvernement de la France,FR",
        "\u82f1\u56fd,GB",
        "\u7c73\u56fd,US",
        "Burma,MM",
        "Lao PDR,LA",
        "Government of the Republic of Korea,KR",
        "Deutschland,DE",
        "Hong Kong,HK",
        "Slovak Republic,SK",
        "Rep. of Korea,KR",
        "'Egypt, Arab Rep.',EG",
        "Arab Republic of Egypt,EG",
        "'Congo, Republic of the',CG",
        "Democratic Republic of the Congo (the),CD",
        "'Bahamas, The',BS",
        "Bahamas (les),BS",
        "Algérie (l'),DZ",
        "l'Algérie,DZ",
        "Socialist Republic of Viet Nam,VN",
        "Federal Republic of Nigeria,NG",
        "'China, People''s Republic of',CN",
        "U.A.E.,AE",
        "Virgin Islands (U.S.),VI",
        "Upper Volta,BF",
        "República de Corea,KR",
        "Российская Федерация,RU",
        "دولة فلسطين,PS",
        "俄罗斯联邦,RU",
        "トルコ共和国,TR",
        "ドイツ連邦共和国,DE",
        "コンゴ共和国,CG",
        "コンゴ民主共和国,CD",
        "Republic of China,TW",
        "République de Guinée,GN",
        "Guinée équatoriale (la),GQ",
        "T\u00fcrkiye,TR",
        "Viet Nam,VN",
        "Russia,RU",
        "\u97d3\u56fd,KR",
        "Taiwan,TW",
        "Palestine,PS"
    })
    void understandsOtherUsualNames(String name, String code) {
        assertThat(CountryNames.find(name).map(CountryCode::value)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ruritania",
                "",
                "The",
                "Government of",
                "Congo Ltd",
                "Georgia Institute of Technology",
                "Jersey Fund"
            })
    void takesNothingElseForACountry(String name) {
        assertThat(CountryNames.find(name)).isEmpty();
    }

    @Test
    void understandsEveryDonorOfTheCase() {
        Case.text("csv-country-names.csv").lines().skip(1).forEach(row -> assertThat(
                        CountryNames.find(row.split("\"", -1)[1]))
                .as(row)
                .isPresent());
    }
}
