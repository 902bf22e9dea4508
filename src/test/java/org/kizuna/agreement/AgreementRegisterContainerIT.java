package org.kizuna.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kizuna.history.HistoryQueries;
import org.kizuna.history.JournalEntry;
import org.kizuna.lifecycle.StepData;
import org.kizuna.partner.PartnerIsBlocked;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.partner.PartnerRegister;
import org.kizuna.samples.Some;
import org.kizuna.samples.Stages;
import org.kizuna.security.Roles;
import org.kizuna.shared.Despite;
import org.kizuna.shared.Money;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Reference;
import org.kizuna.shared.ReferenceTaken;
import org.kizuna.shared.StaleVersion;
import org.kizuna.testing.As;
import org.kizuna.testing.Journal;
import org.kizuna.testing.Refusals;

@ArquillianTest
class AgreementRegisterContainerIT {

    private static final LocalDate DAY = Some.DAY;

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Inject
    private PartnerRegister partners;

    @Inject
    private PartnerQueries partnerQueries;

    @Inject
    private AgreementRegister agreements;

    @Inject
    private AgreementQueries queries;

    @Inject
    private HistoryQueries history;

    private Stages stages;
    private Reference donor;
    private Reference administrator;

    @BeforeEach
    void recordTwoPartners() throws Exception {
        stages = new Stages(partners, partnerQueries, agreements, queries);
        donor = stages.ministry();
        administrator = stages.company();
    }

    @Test
    void keepsEverythingThatIsSaid() throws Exception {
        Reference host = stages.ministry();
        Reference parent = As.officer(() -> agreements.draft(memorandum()));
        AgreementData said = new AgreementData(
                Some.reference("協定"),
                AgreementType.TRUST_FUND_AGREEMENT,
                Some.name("Trust fund"),
                "For industrial skills.\nSecond line.",
                parent.value(),
                false,
                true,
                "JPY",
                new BigDecimal("1000000000"),
                LocalDate.of(2020, 1, 15),
                LocalDate.of(2020, 3, 12),
                LocalDate.of(2023, 3, 11),
                Renewal.TACIT,
                12,
                90,
                true,
                List.of(
                        new AgreementData.Party(donor.value(), PartyRole.DONOR, "Ms Hikihara", "Ambassador"),
                        new AgreementData.Party(
                                administrator.value(), PartyRole.ADMINISTRATOR, "Mr Li", "Director General"),
                        new AgreementData.Party(host.value(), PartyRole.HOST, null, null)));
        AgreementDetail kept = find(As.officer(() -> agreements.draft(said)));
        assertThat(kept.data()).isEqualTo(said);
        assertThat(kept.ceiling()).isEqualTo(Money.of("1000000000", "JPY"));
        assertThat(kept.status()).isEqualTo(AgreementStatus.DRAFT);
        assertThat(kept.recordedBy()).isEqualTo("officer");
        assertThat(kept.parties()).extracting(PartyRow::partner).containsExactly(donor, administrator, host);
    }

    @Test
    void takesFromItsTypeWhetherItBindsAndCarriesMoney() throws Exception {
        AgreementData memorandum =
                find(As.officer(() -> agreements.draft(memorandum()))).data();
        assertThat(memorandum.legallyBinding()).isFalse();
        assertThat(memorandum.financial()).isFalse();
        AgreementData funded = find(As.officer(
                        () -> agreements.draft(Some.contributionAgreement("USD", "1000.00", donor, administrator))))
                .data();
        assertThat(funded.legallyBinding()).isTrue();
        assertThat(funded.financial()).isTrue();
    }

    @Test
    void hasTwoDifferentPartiesAtLeast() throws Exception {
        AgreementData.Party one = Some.party(donor, PartyRole.DONOR);
        AgreementData.Party again = Some.party(donor, PartyRole.HOST);
        AgreementData.Party inSmallLetters =
                new AgreementData.Party(donor.value().toLowerCase(Locale.ROOT), PartyRole.HOST, null, null);
        for (List<AgreementData.Party> parties : List.of(
                List.<AgreementData.Party>of(), List.of(one), List.of(one, again), List.of(one, inSmallLetters))) {
            assertThat(Refusals.of(() -> As.officer(() -> agreements.draft(Some.memorandum(parties)))))
                    .as(parties.toString())
                    .containsExactly("parties: twoPartiesAtLeast");
        }
    }

    @Test
    void namesAPartnerOnceInEachRole() throws Exception {
        AgreementData.Party first = Some.party(donor, PartyRole.DONOR);
        AgreementData.Party second = Some.party(administrator, PartyRole.ADMINISTRATOR);
        assertThat(Refusals.of(
                        () -> As.officer(() -> agreements.draft(Some.memorandum(List.of(first, second, first))))))
                .containsExactly("parties: partyTwice");
        AgreementData.Party financing = Some.party(donor, PartyRole.FINANCING);
        AgreementDetail kept =
                find(As.officer(() -> agreements.draft(Some.memorandum(List.of(first, second, financing)))));
        assertThat(kept.parties())
                .extracting(PartyRow::role)
                .containsExactly(PartyRole.DONOR, PartyRole.ADMINISTRATOR, PartyRole.FINANCING);
    }

    @Test
    void aCollectiveIsNoParty() throws Exception {
        Reference collective = As.officer(() -> partners.register(Some.collective()));
        assertThat(Refusals.of(() -> As.officer(() -> agreements.draft(Some.memorandum(donor, collective)))))
                .containsExactly("parties[1].partner: collectiveIsNoParty");
    }

    @Test
    void aPartyIsAPartnerInARole() throws Exception {
        List<AgreementData.Party> parties = List.of(
                Some.party(donor, PartyRole.DONOR),
                Some.party(new Reference("P-nowhere"), PartyRole.HOST),
                new AgreementData.Party(" ", PartyRole.HOST, null, null),
                new AgreementData.Party(administrator.value(), null, null, null));
        assertThat(Refusals.of(() -> As.officer(() -> agreements.draft(Some.memorandum(parties)))))
                .containsExactly(
                        "parties[1].partner: noSuchPartner",
                        "parties[2].partner: required",
                        "parties[3].role: required");
    }

    @Test
    void datesAreInOrder() throws Exception {
        List<AgreementData.Party> parties = Some.parties(donor, administrator);
        assertThat(Refusals.of(() ->
                        As.officer(() -> agreements.draft(Some.memorandum(null, DAY, DAY.minusDays(1), parties)))))
                .containsExactly("plannedEndOn: datesOutOfOrder");
        assertThat(Refusals.of(
                        () -> As.officer(() -> agreements.draft(Some.memorandum(DAY.plusDays(1), null, DAY, parties)))))
                .containsExactly("plannedEndOn: datesOutOfOrder");
        AgreementDetail oneDay = find(As.officer(() -> agreements.draft(Some.memorandum(DAY, DAY, DAY, parties))));
        assertThat(oneDay.data().startsOn()).isEqualTo(DAY);
        assertThat(oneDay.data().plannedEndOn()).isEqualTo(DAY);
    }

    @Test
    void aCeilingIsMoney() throws Exception {
        assertThat(refusedMoney("USD", "0")).containsExactly("ceiling: notPositive");
        assertThat(refusedMoney("USD", "-1")).containsExactly("ceiling: notPositive");
        assertThat(refusedMoney("JPY", "100.5")).containsExactly("ceiling: tooFine");
        assertThat(refusedMoney("KWD", "1.0001")).containsExactly("ceiling: tooFine");
        assertThat(refusedMoney("USD", "100000000000000000")).containsExactly("ceiling: tooLarge");
        assertThat(refusedMoney(null, "100")).containsExactly("currency: required");
        assertThat(refusedMoney("XYZ", "100")).contains("currency: notACurrency");
        AgreementDetail kept = find(As.officer(() ->
                agreements.draft(Some.contributionAgreement("KWD", "12345678901234567.891", donor, administrator))));
        assertThat(kept.ceiling()).isEqualTo(Money.of("12345678901234567.891", "KWD"));
    }

    @Test
    void aCeilingIsInACurrencyThatLives() throws Exception {
        AgreementDetail kept = find(
                As.officer(() -> agreements.draft(Some.contributionAgreement("XDR", "1000000", donor, administrator))));
        assertThat(kept.ceiling()).isEqualTo(Money.of("1000000", "XDR"));
        assertThat(refusedMoney("DEM", "100")).containsExactly("currency: currencyEnded");
    }

    @Test
    void asksAboutNoticeThatCanNeverBeGiven() throws Exception {
        assertThatThrownBy(() -> As.officer(() -> agreements.draft(renewed(DAY.plusYears(1), 1, 365))))
                .hasMessageContaining("noticeLongerThanTerm");
        AgreementDetail kept = find(Despite.during(
                Set.of("noticeLongerThanTerm"),
                "As it was signed",
                () -> As.officer(() -> agreements.draft(renewed(DAY.plusYears(1), 1, 365)))));
        assertThat(kept.data().noticeDays()).isEqualTo(365);
    }

    @Test
    void tellsTheCurrentTermOfOneThatRenewsItself() throws Exception {
        AgreementDetail kept = find(As.officer(() -> agreements.draft(renewed(DAY.plusYears(1), 12, 60))));
        assertThat(kept.term()).isNotNull().satisfies(term -> {
            assertThat(term.endsOn())
                    .isAfterOrEqualTo(LocalDate.now(ZoneOffset.UTC).minusDays(1));
            assertThat(term.noticeBy()).isEqualTo(term.endsOn().minusDays(60));
            assertThat(term.renewals()).isPositive();
        });
    }

    private List<String> refusedMoney(@Nullable String currency, String ceiling) throws Exception {
        return Refusals.of(() -> As.officer(() -> agreements.draft(Some.agreement(
                AgreementType.CONTRIBUTION_AGREEMENT, currency, new BigDecimal(ceiling), donor, administrator))));
    }

    @Test
    void aTacitRenewalSaysForHowLongAndWhenNoticeIsDue() throws Exception {
        assertThat(Refusals.of(() -> As.officer(() -> agreements.draft(renewed(null, null, null)))))
                .containsExactly("renewalMonths: required", "noticeDays: required", "plannedEndOn: required");
        assertThat(Refusals.of(() -> As.officer(() -> agreements.draft(renewed(DAY.plusYears(1), 0, -1)))))
                .containsExactly("renewalMonths: outOfRange", "noticeDays: outOfRange");
        AgreementData kept = find(As.officer(() -> agreements.draft(renewed(DAY.plusYears(1), 12, 30))))
                .data();
        assertThat(kept.renewal()).isEqualTo(Renewal.TACIT);
        assertThat(kept.renewalMonths()).isEqualTo(12);
        assertThat(kept.noticeDays()).isEqualTo(30);
    }

    private AgreementData renewed(@Nullable LocalDate end, @Nullable Integer months, @Nullable Integer days) {
        return plain(null, AgreementType.FRAMEWORK_AGREEMENT, DAY, end, Renewal.TACIT, months, days);
    }

    private AgreementData referenced(String reference) {
        return plain(reference, AgreementType.LETTER_OF_INTENT, null, null, null, null, null);
    }

    private AgreementData plain(
            @Nullable String reference,
            AgreementType type,
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            @Nullable Renewal renewal,
            @Nullable Integer months,
            @Nullable Integer days) {
        return new AgreementData(
                reference,
                type,
                Some.name("Plain"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                start,
                end,
                renewal,
                months,
                days,
                false,
                Some.parties(donor, administrator));
    }

    @Test
    void aReferenceBelongsToOneAndStays() throws Exception {
        String typed = Some.reference("Ref");
        Reference reference = As.officer(() -> agreements.draft(referenced(typed)));
        assertThat(reference.value()).isEqualTo(typed);
        assertThatThrownBy(() -> As.officer2(() -> agreements.draft(referenced(typed))))
                .isInstanceOf(ReferenceTaken.class);
        assertThat(Refusals.of(() -> As.officer(() -> agreements.draft(referenced("2021/7")))))
                .containsExactly("reference: notAReference");
        assertThat(Refusals.of(() -> officer(() -> agreements.change(reference, 0, referenced(typed + "b")))))
                .containsExactly("reference: referenceStays");
        assertThat(As.officer(() -> agreements.draft(memorandum())).value()).matches("KZ-\\d{4}-\\d{6}");
    }

    @Test
    void refusesASaveOverSomebodyElsesAndNamesWho() throws Exception {
        Reference reference = As.officer(() -> agreements.draft(memorandum()));
        AgreementData others = memorandum();
        As.officer2(() -> done(() -> agreements.change(reference, 0, others)));
        StaleVersion refused = catchThrowableOfType(
                StaleVersion.class, () -> officer(() -> agreements.change(reference, 0, memorandum())));
        List<JournalEntry> since = As.officer(() -> history.since(refused.record(), refused.expected()));
        assertThat(since).extracting(JournalEntry::actor).containsExactly("officer2");
        assertThat(find(reference).data().title()).isEqualTo(others.title());
        assertThatThrownBy(() -> officer(() -> agreements.sendForReview(reference, 0, StepData.NONE)))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void standsUnderNothingThatStandsUnderIt() throws Exception {
        Reference top = As.officer(() -> agreements.draft(memorandum()));
        Reference below = As.officer(() -> agreements.draft(under(top)));
        assertThat(find(below).parentTitle()).isEqualTo(find(top).data().title());
        assertThat(Refusals.of(() -> officer(() -> agreements.change(top, 0, under(below)))))
                .containsExactly("parent: agreementUnderItself");
        assertThatThrownBy(() -> As.officer(() -> agreements.draft(under(new Reference("KZ-nowhere")))))
                .isInstanceOfSatisfying(NoSuchRecord.class, refused -> assertThat(refused.field())
                        .isEqualTo("parent"));
    }

    @Test
    void whatBindsAndCarriesMoneySaysHowMuchAndFromWhen() throws Exception {
        Reference reference = As.officer(
                () -> agreements.draft(plain(null, AgreementType.COST_SHARING, null, null, null, null, null)));
        assertThat(Refusals.of(() -> officer(() -> agreements.sendForReview(reference, 0, StepData.NONE))))
                .containsExactly("currency: required", "ceiling: required", "startsOn: required");
        assertThat(find(reference).status()).isEqualTo(AgreementStatus.DRAFT);
    }

    @Test
    void livesFromDraftToItsEnd() throws Exception {
        Reference reference = stages.awaitingSignature(memorandum());
        AgreementDetail cleared = find(reference);
        assertThat(cleared.submittedBy()).isEqualTo("officer");
        assertThat(cleared.clearedBy()).isEqualTo("approver");
        assertThat(cleared.clearedOn()).isBetween(today().minusDays(1), today());
        officer(() -> agreements.sign(reference, 3, StepData.signed(List.of(DAY.plusDays(5), DAY))));
        AgreementDetail signed = find(reference);
        assertThat(signed.status()).isEqualTo(AgreementStatus.SIGNED);
        assertThat(signed.signedOn()).as("the last one's day").isEqualTo(DAY.plusDays(5));
        assertThat(signed.parties()).extracting(PartyRow::signedOn).containsExactly(DAY.plusDays(5), DAY);
        officer(() -> agreements.bringIntoForce(reference, 4, StepData.on(DAY.plusDays(6))));
        assertThat(find(reference).inForceOn()).isEqualTo(DAY.plusDays(6));
        approver(() -> agreements.suspend(reference, 5, StepData.because("review of results")));
        assertThat(find(reference).status()).isEqualTo(AgreementStatus.SUSPENDED);
        approver(() -> agreements.resume(reference, 6, StepData.because("results accepted")));
        officer(() -> agreements.end(reference, 7, StepData.on(DAY.plusYears(1))));
        AgreementDetail ended = find(reference);
        assertThat(ended.status()).isEqualTo(AgreementStatus.ENDED);
        assertThat(ended.actualEndOn()).isEqualTo(DAY.plusYears(1));
        assertThat(new Journal(dataSource)
                        .rows(
                                "SELECT s.actor, s.action FROM journal_change c JOIN journal_change_set s ON s.id ="
                                        + " c.change_set_id WHERE c.reference = ? ORDER BY s.id",
                                reference.value()))
                .containsExactly(
                        List.of("officer", "AgreementRegister.draft"),
                        List.of("officer", "AgreementRegister.sendForReview"),
                        List.of("approver", "AgreementRegister.clear"),
                        List.of("officer", "AgreementRegister.sendForSignature"),
                        List.of("officer", "AgreementRegister.sign"),
                        List.of("officer", "AgreementRegister.bringIntoForce"),
                        List.of("approver", "AgreementRegister.suspend"),
                        List.of("approver", "AgreementRegister.resume"),
                        List.of("officer", "AgreementRegister.end"));
    }

    @Test
    void nobodyClearsWhatTheyRecorded() throws Exception {
        Set<String> both = Set.of(Roles.OFFICER, Roles.APPROVER);
        Reference reference = As.somebody("both", both, () -> agreements.draft(memorandum()));
        officer(() -> agreements.sendForReview(reference, 0, StepData.NONE));
        assertThatThrownBy(() ->
                        As.somebody("both", both, () -> done(() -> agreements.clear(reference, 1, StepData.NONE))))
                .isInstanceOf(ApproverIsAuthor.class);
        assertThat(find(reference).status()).isEqualTo(AgreementStatus.IN_REVIEW);
        approver(() -> agreements.clear(reference, 1, StepData.NONE));
        assertThat(find(reference).status()).isEqualTo(AgreementStatus.CLEARED);
    }

    @Test
    void nobodyClearsWhatTheySentForReview() throws Exception {
        Set<String> both = Set.of(Roles.OFFICER, Roles.APPROVER);
        Reference reference = As.officer(() -> agreements.draft(memorandum()));
        As.somebody("both", both, () -> done(() -> agreements.sendForReview(reference, 0, StepData.NONE)));
        assertThatThrownBy(() ->
                        As.somebody("both", both, () -> done(() -> agreements.clear(reference, 1, StepData.NONE))))
                .isInstanceOf(ApproverIsAuthor.class);
        assertThat(find(reference).clearedBy()).isNull();
    }

    @Test
    void everybodyKeepsToTheirOwnSteps() throws Exception {
        Reference reference = stages.inReview(memorandum());
        assertThatThrownBy(() -> officer(() -> agreements.clear(reference, 1, StepData.NONE)))
                .isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> approver(() -> agreements.cancel(reference, 1, StepData.because("why"))))
                .isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> As.treasurer(() -> agreements.draft(memorandum())))
                .isInstanceOf(EJBAccessException.class);
    }

    @Test
    void whatIsReturnedIsClearedAgain() throws Exception {
        Reference reference = stages.cleared(memorandum());
        assertThat(Refusals.of(() -> officer(() -> agreements.returnToDraft(reference, 2, StepData.because(null)))))
                .containsExactly("reason: required");
        approver(() -> agreements.returnToDraft(reference, 2, StepData.because("a clause is missing")));
        AgreementDetail draft = find(reference);
        assertThat(draft.status()).isEqualTo(AgreementStatus.DRAFT);
        assertThat(draft.clearedBy()).isNull();
        assertThat(draft.clearedOn()).isNull();
        assertThat(draft.submittedBy()).isNull();
        assertThatThrownBy(() -> officer(() -> agreements.sendForSignature(reference, 3, StepData.NONE)))
                .isInstanceOf(AgreementCannotBecome.class);
        assertThat(new Journal(dataSource)
                        .rows(
                                "SELECT s.reason FROM journal_change c JOIN journal_change_set s ON s.id ="
                                        + " c.change_set_id WHERE c.reference = ? AND s.action LIKE '%returnToDraft'",
                                reference.value()))
                .containsExactly(List.of("a clause is missing"));
    }

    @Test
    void onlyADraftsTermsChange() throws Exception {
        Reference reference = stages.inReview(memorandum());
        assertThatThrownBy(() -> officer(() -> agreements.change(reference, 1, memorandum())))
                .isInstanceOfSatisfying(AgreementTermsAreFixed.class, refused -> assertThat(refused.arguments())
                        .containsExactly(AgreementStatus.IN_REVIEW));
    }

    @Test
    void afterTheSignatureThereIsNoWayBack() throws Exception {
        Reference reference = stages.signed(memorandum());
        assertThatThrownBy(() -> officer(() -> agreements.returnToDraft(reference, 4, StepData.because("why"))))
                .isInstanceOf(AgreementCannotBecome.class);
        assertThatThrownBy(() -> officer(() -> agreements.cancel(reference, 4, StepData.because("why"))))
                .isInstanceOfSatisfying(AgreementCannotBecome.class, refused -> assertThat(refused.arguments())
                        .containsExactly(AgreementStatus.SIGNED, AgreementStatus.CANCELLED));
        assertThatThrownBy(() -> officer(() -> agreements.change(reference, 4, memorandum())))
                .isInstanceOf(AgreementTermsAreFixed.class);
        assertThat(Refusals.of(() -> approver(() -> agreements.terminate(reference, 4, StepData.on(DAY, null)))))
                .containsExactly("reason: required");
        approver(() -> agreements.terminate(reference, 4, StepData.on(DAY.plusDays(1), "breach")));
        assertThat(find(reference).status()).isEqualTo(AgreementStatus.TERMINATED);
        assertThat(find(reference).actualEndOn()).isEqualTo(DAY.plusDays(1));
        assertThatThrownBy(() -> officer(() -> agreements.bringIntoForce(reference, 5, StepData.on(DAY.plusDays(2)))))
                .isInstanceOf(AgreementCannotBecome.class);
    }

    @Test
    void skipsNoStep() throws Exception {
        Reference draft = As.officer(() -> agreements.draft(memorandum()));
        assertThatThrownBy(() -> approver(() -> agreements.clear(draft, 0, StepData.NONE)))
                .isInstanceOf(AgreementCannotBecome.class);
        assertThatThrownBy(() -> officer(() -> agreements.sign(draft, 0, StepData.signed(List.of(DAY, DAY)))))
                .isInstanceOf(AgreementCannotBecome.class);
        assertThatThrownBy(() -> approver(() -> agreements.terminate(draft, 0, StepData.on(DAY, "why"))))
                .isInstanceOf(AgreementCannotBecome.class);
        Reference cleared = stages.cleared(memorandum());
        assertThatThrownBy(() -> officer(() -> agreements.sign(cleared, 2, StepData.signed(List.of(DAY, DAY)))))
                .isInstanceOf(AgreementCannotBecome.class);
        officer(() -> agreements.cancel(cleared, 2, StepData.because("the partner withdrew")));
        assertThat(find(cleared).status()).isEqualTo(AgreementStatus.CANCELLED);
        assertThatThrownBy(() -> officer(() -> agreements.returnToDraft(cleared, 3, StepData.because("why"))))
                .isInstanceOf(AgreementCannotBecome.class);
    }

    @Test
    void everyPartySignsOnADayThatHasCome() throws Exception {
        Reference reference =
                stages.awaitingSignature(Some.memorandum(DAY, null, null, Some.parties(donor, administrator)));
        assertThat(Refusals.of(() -> officer(() -> agreements.sign(reference, 3, StepData.signed(List.of(DAY))))))
                .containsExactly("signatures[1].on: signatureMissing");
        assertThat(Refusals.of(
                        () -> officer(() -> agreements.sign(reference, 3, StepData.signed(Arrays.asList(null, DAY))))))
                .containsExactly("signatures[0].on: signatureMissing");
        assertThat(Refusals.of(() -> officer(() -> agreements.sign(
                        reference, 3, StepData.signed(List.of(DAY.minusDays(1), today().plusDays(2)))))))
                .containsExactly("signatures[0].on: datesOutOfOrder", "signatures[1].on: inTheFuture");
        AgreementDetail still = find(reference);
        assertThat(still.status()).isEqualTo(AgreementStatus.AWAITING_SIGNATURE);
        assertThat(still.parties()).extracting(PartyRow::signedOn).containsOnlyNulls();
    }

    @Test
    void comesIntoForceAfterItIsSignedAndEndsAfterThat() throws Exception {
        Reference reference = stages.signed(memorandum());
        assertThat(Refusals.of(() -> officer(() -> agreements.bringIntoForce(reference, 4, StepData.on(null)))))
                .containsExactly("on: required");
        assertThat(Refusals.of(
                        () -> officer(() -> agreements.bringIntoForce(reference, 4, StepData.on(DAY.minusDays(1))))))
                .containsExactly("on: datesOutOfOrder");
        assertThat(Refusals.of(
                        () -> officer(() -> agreements.bringIntoForce(reference, 4, StepData.on(today().plusDays(2))))))
                .containsExactly("on: inTheFuture");
        officer(() -> agreements.bringIntoForce(reference, 4, StepData.on(DAY)));
        assertThat(Refusals.of(() -> officer(() -> agreements.end(reference, 5, StepData.on(null)))))
                .containsExactly("on: required");
        assertThat(Refusals.of(() -> officer(() -> agreements.end(reference, 5, StepData.on(DAY.minusDays(1))))))
                .containsExactly("on: datesOutOfOrder");
        assertThat(Refusals.of(() -> officer(() -> agreements.end(reference, 5, StepData.on(today().plusDays(2))))))
                .containsExactly("on: inTheFuture");
        assertThat(find(reference).status()).isEqualTo(AgreementStatus.IN_FORCE);
    }

    @Test
    void aBlockedPartnerStopsWhatIsNotYetAgreed() throws Exception {
        Reference draft = As.officer(() -> agreements.draft(memorandum()));
        Reference reviewed = stages.inReview(memorandum());
        Reference cleared = stages.cleared(memorandum());
        Reference awaiting = stages.awaitingSignature(memorandum());
        stages.block(donor);
        refusedForBlocked(() -> officer(() -> agreements.sendForReview(draft, 0, StepData.NONE)));
        refusedForBlocked(() -> approver(() -> agreements.clear(reviewed, 1, StepData.NONE)));
        refusedForBlocked(() -> officer(() -> agreements.sendForSignature(cleared, 2, StepData.NONE)));
        refusedForBlocked(() -> officer(() -> agreements.sign(awaiting, 3, StepData.signed(List.of(DAY, DAY)))));
        assertThat(find(awaiting).status()).isEqualTo(AgreementStatus.AWAITING_SIGNATURE);
        officer(() -> agreements.cancel(awaiting, 3, StepData.because("the partner is blocked")));
        assertThat(find(awaiting).status()).isEqualTo(AgreementStatus.CANCELLED);
        approver(() -> agreements.returnToDraft(reviewed, 1, StepData.because("the partner is blocked")));
        assertThat(find(reviewed).status()).isEqualTo(AgreementStatus.DRAFT);
    }

    @Test
    void aBlockedPartnerLeavesNothingButSuspensionAndTermination() throws Exception {
        Reference signed = stages.signed(memorandum());
        Reference inForce = stages.inForce(memorandum());
        Reference suspended = stages.inForce(memorandum());
        approver(() -> agreements.suspend(suspended, 5, StepData.because("why")));
        stages.block(administrator);
        refusedForBlocked(() -> officer(() -> agreements.bringIntoForce(signed, 4, StepData.on(DAY))));
        refusedForBlocked(() -> officer(() -> agreements.end(inForce, 5, StepData.on(DAY))));
        approver(() -> agreements.suspend(inForce, 5, StepData.because("the partner is blocked")));
        refusedForBlocked(() -> approver(() -> agreements.resume(suspended, 6, StepData.because("why"))));
        approver(() -> agreements.terminate(signed, 4, StepData.on(DAY, "blocked")));
        approver(() -> agreements.terminate(inForce, 6, StepData.on(DAY, "blocked")));
        approver(() -> agreements.terminate(suspended, 6, StepData.on(DAY, "blocked")));
        for (Reference each : List.of(signed, inForce, suspended)) {
            assertThat(find(each).status()).isEqualTo(AgreementStatus.TERMINATED);
        }
    }

    private static void refusedForBlocked(ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOf(PartnerIsBlocked.class);
    }

    @Test
    void isInForceOnlyWhileWhatItStandsUnderIs() throws Exception {
        Reference parent = stages.signed(memorandum());
        Reference below = stages.signed(under(parent));
        assertThatThrownBy(() -> officer(() -> agreements.bringIntoForce(below, 4, StepData.on(DAY))))
                .isInstanceOfSatisfying(ParentIsNotInForce.class, refused -> assertThat(refused.arguments())
                        .containsExactly(parent.value()));
        officer(() -> agreements.bringIntoForce(parent, 4, StepData.on(DAY)));
        officer(() -> agreements.bringIntoForce(below, 4, StepData.on(DAY)));
        assertThat(find(below).status()).isEqualTo(AgreementStatus.IN_FORCE);
    }

    @Test
    void aSuspensionReachesWhatStandsUnderIt() throws Exception {
        Reference parent = stages.inForce(memorandum());
        Reference below = stages.inForce(under(parent));
        Reference further = stages.inForce(under(below));
        Reference ended = stages.inForce(under(parent));
        officer(() -> agreements.end(ended, 5, StepData.on(DAY)));
        approver(() -> agreements.suspend(parent, 5, StepData.because("force majeure")));
        assertThat(find(parent).status()).isEqualTo(AgreementStatus.SUSPENDED);
        assertThat(find(below).status()).isEqualTo(AgreementStatus.SUSPENDED);
        assertThat(find(further).status()).isEqualTo(AgreementStatus.SUSPENDED);
        assertThat(find(ended).status()).isEqualTo(AgreementStatus.ENDED);
        assertThat(new Journal(dataSource)
                        .rows(
                                "SELECT s.actor, s.reason, JSON_VALUE(c.after_values, '$.status'),"
                                        + " JSON_VALUE(c.after_values, '$.steps[5].step') FROM journal_change c JOIN"
                                        + " journal_change_set s ON s.id = c.change_set_id WHERE c.reference = ?"
                                        + " ORDER BY s.id DESC LIMIT 1",
                                further.value()))
                .containsExactly(List.of("approver", "force majeure", "SUSPENDED", "suspend"));
        assertThatThrownBy(() -> approver(() -> agreements.resume(below, 6, StepData.because("why"))))
                .isInstanceOf(ParentIsNotInForce.class);
        approver(() -> agreements.resume(parent, 6, StepData.because("over")));
        approver(() -> agreements.resume(below, 6, StepData.because("over")));
        assertThat(find(below).status()).isEqualTo(AgreementStatus.IN_FORCE);
        assertThat(find(further).status()).as("each by itself").isEqualTo(AgreementStatus.SUSPENDED);
    }

    private AgreementData memorandum() {
        return Some.memorandum(donor, administrator);
    }

    private AgreementData under(Reference parent) {
        return Some.memorandumUnder(parent, Some.parties(donor, administrator));
    }

    private AgreementDetail find(Reference reference) throws Exception {
        return stages.agreement(reference);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private static boolean officer(Step step) throws Exception {
        return As.officer(() -> done(step));
    }

    private static boolean approver(Step step) throws Exception {
        return As.approver(() -> done(step));
    }

    private static boolean done(Step step) {
        step.take();
        return true;
    }

    /** Something that gives nothing back. */
    private interface Step {
        void take();
    }
}
