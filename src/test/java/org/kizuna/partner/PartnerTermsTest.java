package org.kizuna.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PartnerTermsTest {

    private static final PartnerData.Identifier STANDING = new PartnerData.Identifier("JP-JCN", "1");
    private static final PartnerData.Identifier ADDED = new PartnerData.Identifier("XI-LEI", "2");
    private static final PartnerData NOW = data("Old", Sector.PRIVATE_SECTOR, "JP", null, "O", List.of(STANDING));

    @Test
    void holdsWhatAnApproverCleared() {
        PartnerData wanted = data("New", Sector.ACADEMIA, "AT", "P-000001", "N", List.of());
        assertThat(PartnerTerms.held(NOW, wanted))
                .extracting(PartnerChangeItem::toString)
                .containsExactly(
                        "legalName: Old → New",
                        "sector: PRIVATE_SECTOR → ACADEMIA",
                        "country: JP → AT",
                        "parent: null → P-000001",
                        "identifiers: JP-JCN-1 → null");
    }

    @Test
    void leavesFreeWhatIsAddedOrNamesItOtherwise() {
        PartnerData wanted = data("Old", Sector.PRIVATE_SECTOR, "JP", null, "N", List.of(STANDING, ADDED));
        assertThat(PartnerTerms.held(NOW, wanted)).isEmpty();
        assertThat(PartnerTerms.free(NOW, wanted)).isEqualTo(wanted);
    }

    @Test
    void takesWhatIsFreeOfAChangeThatIsHeld() {
        PartnerData wanted = data("New", Sector.PRIVATE_SECTOR, "AT", null, "N", List.of(ADDED));
        assertThat(PartnerTerms.free(NOW, wanted))
                .isEqualTo(data("Old", Sector.PRIVATE_SECTOR, "JP", null, "N", List.of(STANDING, ADDED)));
    }

    @Test
    void appliesWhatWasHeld() {
        PartnerData wanted = data("New", Sector.ACADEMIA, "AT", "P-000001", "O", List.of());
        assertThat(PartnerTerms.applied(NOW, PartnerTerms.held(NOW, wanted))).isEqualTo(wanted);
    }

    @Test
    void refusesWhatBeganWithSomethingElse() {
        List<PartnerChangeItem> held =
                PartnerTerms.held(NOW, data("New", Sector.PRIVATE_SECTOR, "JP", null, "O", List.of(STANDING)));
        PartnerData movedOn = data("Other", Sector.PRIVATE_SECTOR, "JP", null, "O", List.of(STANDING));
        assertThatThrownBy(() -> PartnerTerms.applied(movedOn, held)).isInstanceOf(PartnerMovedOn.class);
        List<PartnerChangeItem> gone =
                PartnerTerms.held(NOW, data("Old", Sector.PRIVATE_SECTOR, "JP", null, "O", List.of()));
        PartnerData without = data("Old", Sector.PRIVATE_SECTOR, "JP", null, "O", List.of());
        assertThatThrownBy(() -> PartnerTerms.applied(without, gone)).isInstanceOf(PartnerMovedOn.class);
    }

    @Test
    void aLaterProposalTakesThePlaceOfAnEarlierOneFieldByField() {
        PartnerChangeItem name = new PartnerChangeItem("legalName", "Old", "New");
        PartnerChangeItem country = new PartnerChangeItem("country", "JP", "AT");
        PartnerChangeItem newer = new PartnerChangeItem("legalName", "Old", "Newer");
        assertThat(PartnerTerms.merged(List.of(name, country), List.of(newer))).containsExactly(country, newer);
    }

    private static PartnerData data(
            String legalName,
            Sector sector,
            String country,
            @Nullable String parent,
            String acronym,
            List<PartnerData.Identifier> identifiers) {
        return new PartnerData(
                "P-1",
                legalName,
                null,
                acronym,
                sector,
                OrganisationType.OTHER,
                country,
                parent,
                null,
                null,
                false,
                List.of(),
                identifiers,
                List.of());
    }
}
