package org.kizuna.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kizuna.lifecycle.StepData;
import org.kizuna.lifecycle.StepTaken;
import org.kizuna.samples.Some;
import org.kizuna.testing.Refusals;

/** The rules of a partner, without a server. */
class PartnerTest {

    private static final Instant NOW = Instant.parse("2021-07-01T12:00:00Z");

    @Test
    void isAProspectOfWhatWasSaid() {
        Partner partner =
                Unsaved.partner("P-000001", PartnerData.of("  Ministry of Economy ", Sector.GOVERNMENT, "jp"));
        assertThat(partner.legalName()).isEqualTo("Ministry of Economy");
        assertThat(partner.status()).isEqualTo(PartnerStatus.PROSPECT);
    }

    @Test
    void needsANameAndASectorUnlessItStandsForSeveral() throws Exception {
        assertThat(refusals(PartnerData.of(" ", null, null)))
                .containsExactly("legalName: required", "sector: required");
        assertThatCode(() -> Unsaved.partner("P-000001", Some.collective())).doesNotThrowAnyException();
    }

    @Test
    void isOfACountryThatThereIs() throws Exception {
        assertThat(refusals(PartnerData.of("Somebody", Sector.ACADEMIA, "ZZ")))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("country: ");
        assertThat(refusals(PartnerData.of("A ministry", Sector.GOVERNMENT, null)))
                .containsExactly("country: governmentNeedsCountry");
    }

    @Test
    void namesEveryFieldThatIsWrongAtOnce() throws Exception {
        assertThat(refusals(data(
                        "ftp://somewhere",
                        List.of(new PartnerData.Name(null, "", LocalDate.of(1400, 1, 1))),
                        List.of(new PartnerData.Contact(null, null, "no address", null)))))
                .containsExactly(
                        "website: notALink",
                        "names[0].name: required",
                        "names[0].until: outOfRange",
                        "contacts[0].email: notAnEmail",
                        "contacts[0].name: required");
    }

    @Test
    void belongsToAnotherAndNeverToItself() throws Exception {
        Partner above = Unsaved.partner("P-000001", Some.ministry());
        PartnerData data = PartnerData.of("Beneath", Sector.GOVERNMENT, "JP");
        Partner beneath = Unsaved.partner("P-000002", data);
        beneath.change(data, above);
        assertThat(beneath.parent()).isEqualTo(above);
        assertThat(Refusals.of(() -> {
                    above.change(Some.ministry(), beneath);
                    return above;
                }))
                .containsExactly("parent: partnerBelowItself");
    }

    @Test
    void keepsAnIdentifierOfBeforeThatItsListDoesNotHaveAlsoInWhatIsProposed() throws Exception {
        Partner partner = Unsaved.partner("P-000001", Some.company());
        recordedBefore(partner, new PartnerIdentifier("XI-NOLIST", "17"));
        PartnerData data = PartnerDetail.of(partner).data();
        assertThat(partner.changed(data, null).identifiers()).isEqualTo(partner.identifiers());
        partner.change(data, null);
        assertThat(partner.identifiers())
                .extracting(PartnerIdentifier::toString)
                .containsExactly("XI-NOLIST-17");
    }

    /** As a release did that knew no lists. */
    @SuppressWarnings("unchecked")
    private static void recordedBefore(Partner partner, PartnerIdentifier identifier) throws Exception {
        Field identifiers = Partner.class.getDeclaredField("identifiers");
        identifiers.setAccessible(true);
        ((Collection<PartnerIdentifier>) identifiers.get(partner)).add(identifier);
    }

    @Test
    void walksFromDueDiligenceToApprovalAndIsBlockedWithAReason() throws Exception {
        Partner partner = Unsaved.partner("P-000001", Some.company());
        assertThatThrownBy(() -> take(partner, "approve", null)).isInstanceOf(PartnerCannotBecome.class);
        take(partner, "beginDueDiligence", null);
        take(partner, "approve", null);
        assertThat(Refusals.of(() -> take(partner, "block", " "))).containsExactly("reason: required");
        take(partner, "block", "Sanctioned");
        assertThatThrownBy(() -> partner.requireNotBlocked("donor")).isInstanceOf(PartnerIsBlocked.class);
        take(partner, "liftBlock", "No longer listed");
        partner.requireNotBlocked("donor");
        assertThat(partner.status()).isEqualTo(PartnerStatus.UNDER_DUE_DILIGENCE);
        assertThat(partner.steps())
                .extracting(StepTaken::step)
                .containsExactly("beginDueDiligence", "approve", "block", "liftBlock");
    }

    private static StepTaken take(Partner partner, String step, @Nullable String reason) {
        return partner.take(step, StepData.because(reason), "approver", NOW);
    }

    private static List<String> refusals(PartnerData data) throws Exception {
        return Refusals.of(() -> Unsaved.partner("P-000001", data));
    }

    private static PartnerData data(String website, List<PartnerData.Name> names, List<PartnerData.Contact> contacts) {
        return new PartnerData(
                null,
                "Somebody",
                null,
                null,
                Sector.PRIVATE_SECTOR,
                null,
                "JP",
                null,
                website,
                null,
                false,
                names,
                List.of(),
                contacts);
    }
}
