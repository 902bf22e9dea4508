package org.kizuna.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kizuna.lifecycle.StepData;
import org.kizuna.lifecycle.StepTaken;
import org.kizuna.partner.Partner;
import org.kizuna.partner.Unsaved;
import org.kizuna.samples.Some;
import org.kizuna.shared.Reference;
import org.kizuna.testing.Refusals;

/** The rules of an agreement, without a server. */
class AgreementTest {

    private static final Instant NOW = Instant.parse("2021-07-01T12:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2021, 6, 29);
    private static final Partner DONOR = Unsaved.partner("P-000001", Some.ministry());
    private static final Partner HOST = Unsaved.partner("P-000002", Some.company());
    private static final Map<String, Partner> KNOWN = Map.of(
            "P-000001", DONOR,
            "P-000002", HOST,
            "P-000003", Unsaved.partner("P-000003", Some.collective()));

    private @Nullable String title = "Trust fund";
    private @Nullable AgreementType type = AgreementType.TRUST_FUND_AGREEMENT;
    private @Nullable String currency = "USD";
    private @Nullable BigDecimal ceiling = new BigDecimal("1000.00");
    private @Nullable LocalDate negotiatedOn = DAY;
    private @Nullable LocalDate startsOn = DAY;
    private @Nullable LocalDate plannedEndOn = DAY.plusYears(3);
    private @Nullable Renewal renewal = Renewal.NONE;
    private @Nullable Integer renewalMonths;
    private @Nullable Integer noticeDays;
    private List<AgreementData.Party> parties =
            List.of(party("P-000001", PartyRole.DONOR), party("P-000002", PartyRole.ADMINISTRATOR));

    @Test
    void isADraftOfWhatWasSaid() {
        Agreement agreement = draft(null);
        assertThat(agreement.status()).isEqualTo(AgreementStatus.DRAFT);
        assertThat(agreement.parties()).extracting(AgreementParty::partner).containsExactly(DONOR, HOST);
        assertThat(agreement.isBindingAndFinancial()).isTrue();
    }

    @Test
    void needsATitleAndAType() throws Exception {
        title = " ";
        type = null;
        assertThat(refusals()).containsExactly("title: required", "type: required");
    }

    @Test
    void needsTwoPartnersThatAreSomebody() throws Exception {
        parties = List.of(
                party("P-000001", PartyRole.DONOR),
                party("P-000003", PartyRole.ADMINISTRATOR),
                party("P-000009", PartyRole.HOST),
                party(" ", null));
        assertThat(refusals())
                .containsExactly(
                        "parties[1].partner: collectiveIsNoParty",
                        "parties[2].partner: noSuchPartner",
                        "parties[3].partner: required",
                        "parties[3].role: required");
        parties = List.of(party("P-000001", PartyRole.DONOR), party("P-000001", PartyRole.HOST));
        assertThat(refusals()).containsExactly("parties: twoPartiesAtLeast");
        parties = List.of(
                party("P-000001", PartyRole.DONOR),
                party("P-000002", PartyRole.HOST),
                party("P-000002", PartyRole.HOST));
        assertThat(refusals()).containsExactly("parties: partyTwice");
    }

    @Test
    void hasACeilingThatItsCurrencyCanHold() throws Exception {
        ceiling = new BigDecimal("0");
        assertThat(refusals()).containsExactly("ceiling: notPositive");
        ceiling = new BigDecimal("10.001");
        assertThat(refusals()).hasSize(1).first().asString().startsWith("ceiling: ");
        ceiling = null;
        currency = "DEM";
        assertThat(refusals()).hasSize(1).first().asString().startsWith("currency: ");
    }

    @Test
    void endsAfterItBegan() throws Exception {
        plannedEndOn = DAY.minusDays(1);
        assertThat(refusals()).isNotEmpty().allMatch(refusal -> refusal.startsWith("plannedEndOn: "));
    }

    @Test
    void renewsItselfOnlyWhenItSaysForHowLongAndWithWhatNotice() throws Exception {
        renewal = Renewal.TACIT;
        plannedEndOn = null;
        assertThat(refusals())
                .containsExactly("renewalMonths: required", "noticeDays: required", "plannedEndOn: required");
        renewalMonths = 601;
        noticeDays = -1;
        plannedEndOn = DAY.plusYears(1);
        assertThat(refusals()).containsExactly("renewalMonths: outOfRange", "noticeDays: outOfRange");
    }

    @Test
    void standsUnderAnotherAndNeverUnderItself() throws Exception {
        Agreement frame = draft(null);
        Agreement beneath = draft(frame);
        assertThat(beneath.parent()).isEqualTo(frame);
        assertThat(Refusals.of(() -> change(frame, beneath))).containsExactly("parent: agreementUnderItself");
    }

    @Test
    void changesWhileItIsADraftOnly() {
        Agreement agreement = draft(null);
        title = "Renamed";
        change(agreement, null);
        assertThat(agreement.title()).isEqualTo("Renamed");
        take(agreement, "sendForReview", "officer");
        assertThatThrownBy(() -> change(agreement, null)).isInstanceOf(AgreementTermsAreFixed.class);
    }

    @Test
    void isNotClearedByWhoRecordedIt() {
        Agreement agreement = draft(null);
        take(agreement, "sendForReview", "officer2");
        assertThatThrownBy(() -> take(agreement, "clear", "officer")).isInstanceOf(ApproverIsAuthor.class);
        assertThatThrownBy(() -> take(agreement, "clear", "officer2")).isInstanceOf(ApproverIsAuthor.class);
        assertThat(take(agreement, "clear", "approver").step()).isEqualTo("clear");
        assertThat(agreement.clearedBy()).isEqualTo("approver");
    }

    @Test
    void isSignedByEveryPartyNotBeforeItWasNegotiated() throws Exception {
        Agreement agreement = cleared();
        assertThat(Refusals.of(() -> sign(agreement, DAY, null))).containsExactly("signatures[1].on: signatureMissing");
        assertThat(Refusals.of(() -> sign(agreement, DAY.minusDays(1), DAY.plusDays(9))))
                .hasSize(2)
                .contains("signatures[1].on: inTheFuture");
        sign(agreement, DAY.plusDays(1), DAY);
        assertThat(agreement.signedOn()).isEqualTo(DAY.plusDays(1));
        assertThat(agreement.carriesCommitments()).isTrue();
    }

    @Test
    void comesIntoForceNotBeforeItWasSignedAndStaysThatItWas() throws Exception {
        Agreement agreement = cleared();
        sign(agreement, DAY, DAY);
        assertThat(Refusals.of(() -> on(agreement, "bringIntoForce", DAY.minusDays(1))))
                .hasSize(1);
        on(agreement, "bringIntoForce", DAY);
        assertThat(agreement.status()).isEqualTo(AgreementStatus.IN_FORCE);
        assertThatThrownBy(() -> on(agreement, "bringIntoForce", DAY)).isInstanceOf(AgreementCannotBecome.class);
        assertThat(agreement.steps())
                .extracting(StepTaken::step)
                .containsExactly("sendForReview", "clear", "sendForSignature", "sign", "bringIntoForce");
    }

    private Agreement cleared() {
        Agreement agreement = draft(null);
        take(agreement, "sendForReview", "officer");
        take(agreement, "clear", "approver");
        take(agreement, "sendForSignature", "officer");
        return agreement;
    }

    private static StepTaken take(Agreement agreement, String step, String by) {
        return agreement.take(step, StepData.NONE, by, NOW);
    }

    private static StepTaken on(Agreement agreement, String step, LocalDate day) {
        return agreement.take(step, StepData.on(day), "officer", NOW);
    }

    private static StepTaken sign(Agreement agreement, @Nullable LocalDate... days) {
        return agreement.take("sign", StepData.signed(Arrays.asList(days)), "officer", NOW);
    }

    private List<String> refusals() throws Exception {
        return Refusals.of(() -> draft(null));
    }

    private Agreement draft(@Nullable Agreement parent) {
        return new Agreement(data(), parent, partners(), () -> new Reference(Some.reference("KZ")), "officer", NOW);
    }

    private Agreement change(Agreement agreement, @Nullable Agreement parent) {
        agreement.change(data(), parent, partners());
        return agreement;
    }

    private List<@Nullable Partner> partners() {
        return parties.stream()
                .<@Nullable Partner>map(party -> KNOWN.get(Objects.requireNonNull(party.partner())))
                .toList();
    }

    private AgreementData data() {
        return new AgreementData(
                null,
                type,
                title,
                null,
                null,
                null,
                null,
                currency,
                ceiling,
                negotiatedOn,
                startsOn,
                plannedEndOn,
                renewal,
                renewalMonths,
                noticeDays,
                false,
                parties);
    }

    private static AgreementData.Party party(@Nullable String partner, @Nullable PartyRole role) {
        return new AgreementData.Party(partner, role, null, null);
    }
}
