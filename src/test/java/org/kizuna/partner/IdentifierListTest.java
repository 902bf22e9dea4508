package org.kizuna.partner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kizuna.samples.Case;
import org.kizuna.shared.InvalidInput;
import org.kizuna.shared.Problems;

class IdentifierListTest {

    @ParameterizedTest
    @CsvSource({
        "BE-BCE_KBO,0400000001,0400000001",
        "BE-BCE_KBO,0521.749.439,0521749439",
        "CA-CRA_ACR,100000002RR0001,100000002RR0001",
        "CA-CRA_ACR,100000002 rr 0001,100000002RR0001",
        "US-NY_CR,1000003,1000003",
        "CN-31-CR,91310000000000001X,91310000000000001X",
        "cn-31-cr,91310000000000001x,91310000000000001X",
        "NL-KVK,30.000.304,30000304",
        "NL-KVK,30 000 304,30000304",
        "NL-KVK,\uff13\uff10\uff10\uff10\uff10\uff13\uff10\uff14,30000304",
        "XI-LEI,724500pmk2a2m1sqq228,724500PMK2A2M1SQQ228",
        "XI-LEI,7245 00PM K2A2 M1SQ Q228,724500PMK2A2M1SQQ228",
        "XI-LEI,XI-LEI-724500PMK2A2M1SQQ228,724500PMK2A2M1SQQ228",
        "JP-JCN,3000020278670,3000020278670",
        "JP-JCN,3-0000-2027-8670,3000020278670",
        "BR-CNPJ,02.326.629/0001-51,02326629000151",
        "AU-ABN,52 093 617 380,52093617380",
        "NO-BRC,972 417 920,972417920",
        "SE-ON,5560912148,556091-2148",
        "SE-ON,556091\u20132148,556091-2148",
        "FI-PRO,16801400,1680140-0",
        "CH-FDJP,CHE-250.363.279,CHE250363279",
        "NZ-NZBN,9429046393920,9429046393920",
        "GB-COH,9506232,09506232",
        "GB-COH,sc123456,SC123456",
        "US-EIN,030413726,03-0413726",
        "XM-DAC,41123,41123",
        "GB-CHC,1 090 095,1090095",
        "XI-ROR,05asf4e91,05asf4e91",
        "FR-RCS,799 640 131,799640131",
        "FR-RCS,512 788 308 00025,51278830800025",
        "AR-CUIT,30693307062,30-69330706-2",
        "AR-CUIT,30\u201369330706\u20132,30-69330706-2",
        "CR-RPJ,3 006 125548,3-006-125548",
        "NG-TIN,232279640001,23227964-0001",
        "AR-CENOC,9316\u2013a,9316-A",
        "DE-CR,RA000220\u2013VR8726,RA000220-VR8726",
        "CL-RUT,96.790.240-3,967902403",
        "PL-NIP,123-121-66-92,1231216692",
        "XI-ROR,https://ror.org/05ASF4E91,05asf4e91",
        "XI-WIKIDATA,https://www.wikidata.org/wiki/Q1065,Q1065",
        "CA_QC-QBC,1140000000,1140000000",
        "CH_BS-CR,CHE123,CHE123"
    })
    void keepsOneSpellingOfANumber(String list, String typed, String kept) {
        Problems problems = new Problems();
        PartnerIdentifier identifier = IdentifierList.typed(problems, "", new PartnerData.Identifier(list, typed));
        assertThat(problems.found()).isEmpty();
        assertThat(identifier.value()).isEqualTo(kept);
        assertThat(IdentifierList.fits(identifier)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ZZ-NOPE,1,noSuchIdentifierList",
        "JP,1,noSuchIdentifierList",
        "CH-ZEFIX,CHE250363279,identifierListReplaced",
        "SE-BLV,556091-2148,identifierListReplaced",
        "AR-CUIT,30-69330706-3,identifierCheckDigit",
        "CL-RUT,967902404,identifierCheckDigit",
        "PL-NIP,1231216693,identifierCheckDigit",
        "PL-REGON,142445948,identifierCheckDigit",
        "PT-NIPPC,502854228,identifierCheckDigit",
        "FR-RCS,799640132,identifierCheckDigit",
        "RS-PIB,100000708,identifierCheckDigit",
        "AU-ASIC,059378158,identifierCheckDigit",
        "XI-ROR,05asf4e92,identifierCheckDigit",
        "GB-COH,abc,identifierHasAnotherForm",
        "KZ-BIN,95044000167,identifierHasAnotherForm",
        "XI-LEI,724500PMK2A2M1SQQ229,identifierCheckDigit",
        "XI-LEI,724500PMK2A2M1SQQ22,identifierHasAnotherForm",
        "JP-JCN,3000020278671,identifierCheckDigit",
        "JP-JCN,300002027867,identifierHasAnotherForm",
        "BR-CNPJ,02326629000152,identifierCheckDigit",
        "AU-ABN,52093617381,identifierCheckDigit",
        "NO-BRC,972417921,identifierCheckDigit",
        "SE-ON,556091-2149,identifierCheckDigit",
        "FI-PRO,1680140-1,identifierCheckDigit",
        "CH-FDJP,CHE250363270,identifierCheckDigit",
        "NZ-NZBN,9429046393921,identifierCheckDigit",
        "NL-KVK,3000030,identifierHasAnotherForm",
        "BE-BCE_KBO,9400000001,identifierHasAnotherForm",
        "XI-PB,gb/aberdeen,notAnIdentifier",
        "XM-DAC,\u65e5\u672c,notAnIdentifier"
    })
    void refusesWhatTheRegisterDoesNotHave(String list, String typed, String problem) {
        Problems problems = new Problems();
        IdentifierList.typed(problems, "identifiers[0].", new PartnerData.Identifier(list, typed));
        assertThat(problems.found()).extracting(InvalidInput.Problem::key).containsExactly(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"30.000.304", "3000030"})
    void knowsWhatWasRecordedInAnotherSpelling(String old) {
        assertThat(IdentifierList.fits(new PartnerIdentifier("NL-KVK", old))).isFalse();
    }

    @Test
    void theCaseIsCoveredByTheTable() {
        assertThat(Case.text("identifiers.json"))
                .contains("BE-BCE_KBO", "CA-CRA_ACR", "US-NY_CR", "CN-31-CR", "30.000.304", "XI-LEI", "ZZ-NOPE");
    }
}
