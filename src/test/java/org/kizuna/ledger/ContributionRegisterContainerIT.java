package org.kizuna.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kizuna.agreement.AgreementQueries;
import org.kizuna.agreement.AgreementRegister;
import org.kizuna.agreement.AgreementType;
import org.kizuna.contribution.ContributionCriteria;
import org.kizuna.contribution.ContributionData;
import org.kizuna.contribution.ContributionDetail;
import org.kizuna.contribution.ContributionQueries;
import org.kizuna.contribution.ContributionRegister;
import org.kizuna.contribution.ContributionRow;
import org.kizuna.contribution.Earmarking;
import org.kizuna.contribution.Instrument;
import org.kizuna.contribution.Totals;
import org.kizuna.history.HistoryQueries;
import org.kizuna.history.JournalEntry;
import org.kizuna.lifecycle.StepData;
import org.kizuna.partner.PartnerData;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.partner.PartnerRegister;
import org.kizuna.partner.Sector;
import org.kizuna.rate.ExchangeRates;
import org.kizuna.rate.RateKnownAlready;
import org.kizuna.samples.Some;
import org.kizuna.samples.Stages;
import org.kizuna.security.Roles;
import org.kizuna.shared.Money;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Reference;
import org.kizuna.shared.ReferenceTaken;
import org.kizuna.shared.StaleVersion;
import org.kizuna.shared.paging.PageRequest;
import org.kizuna.testing.As;
import org.kizuna.testing.Journal;
import org.kizuna.testing.Refusals;

@ArquillianTest
class ContributionRegisterContainerIT {

    private static final LocalDate DAY = Some.DAY;

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Resource(lookup = "java:jboss/ee/concurrency/executor/default")
    private ManagedExecutorService executor;

    @Inject
    private PartnerRegister partners;

    @Inject
    private PartnerQueries partnerQueries;

    @Inject
    private AgreementRegister agreements;

    @Inject
    private AgreementQueries agreementQueries;

    @Inject
    private ContributionRegister contributions;

    @Inject
    private LedgerRegister ledger;

    @Inject
    private ContributionQueries queries;

    @Inject
    private EntryQueries entries;

    @Inject
    private ExchangeRates rates;

    @Inject
    private HistoryQueries history;

    private Stages stages;
    private Reference donor;
    private Reference administrator;

    @BeforeEach
    void recordTwoPartners() throws Exception {
        stages = new Stages(partners, partnerQueries, agreements, agreementQueries);
        donor = stages.ministry();
        administrator = stages.company();
    }

    @Test
    void keepsEverythingThatIsSaid() throws Exception {
        Reference agreement = funded("JPY", "1000000000");
        ContributionData said = new ContributionData(
                Some.reference("拠出"),
                Some.name("Pakistan, South Africa and Uganda"),
                donor.value(),
                agreement.value(),
                Instrument.THEMATIC_FUND,
                Earmarking.SOFTLY_EARMARKED,
                "JPY",
                List.of("PK", "UG", "ZA"));
        Reference reference = As.officer(() -> contributions.open(said));
        ContributionDetail kept = find(reference);
        assertThat(kept.data().countries()).containsExactlyInAnyOrder("PK", "UG", "ZA");
        assertThat(withoutCountries(kept.data())).isEqualTo(withoutCountries(said));
        assertThat(kept.totals()).isEqualTo(totals("JPY", "0", "0", "0"));
        assertThat(kept.carriesCommitments()).isTrue();
        assertThat(kept.recordedBy()).isEqualTo("officer");
    }

    private static ContributionData withoutCountries(ContributionData data) {
        return new ContributionData(
                data.reference(),
                data.purpose(),
                data.donor(),
                data.agreement(),
                data.instrument(),
                data.earmarking(),
                data.currency(),
                List.of());
    }

    @Test
    void keepsEverythingAnEntrySays() throws Exception {
        Reference contribution = open("JPY");
        EntryData said = new EntryData(
                EntryKind.PLEDGE,
                new BigDecimal("1000000000"),
                LocalDate.of(2020, 3, 12),
                true,
                new BigDecimal("9600000.00"),
                "Announced in Vienna: over one billion yen (approximately US$9.6m)",
                "for the record");
        EntryRow kept = entry(As.officer(() -> ledger.post(contribution, said)));
        assertThat(kept.kind()).isEqualTo(EntryKind.PLEDGE);
        assertThat(kept.measure()).isEqualTo(Measure.PLEDGED);
        assertThat(kept.amount()).isEqualTo(Money.of("1000000000", "JPY"));
        assertThat(kept.exact()).isEqualByComparingTo("1000000000");
        assertThat(kept.approximate()).isTrue();
        assertThat(kept.valueDate()).isEqualTo(LocalDate.of(2020, 3, 12));
        assertThat(kept.usd()).isEqualByComparingTo("9600000");
        assertThat(kept.perUsd()).isEqualByComparingTo("104.1666666666667");
        assertThat(kept.rateSource()).isEqualTo(said.source());
        assertThat(kept.source()).isEqualTo(said.source());
        assertThat(kept.reason()).isEqualTo("for the record");
        assertThat(kept.recordedBy()).isEqualTo("officer");
        assertThat(kept.donor()).isEqualTo(donor);
        assertThat(kept.contribution()).isEqualTo(contribution);
    }

    @Test
    void saysAllThatIsWrongAtOnce() throws Exception {
        ContributionData wrong = new ContributionData("A/B", "", "P-nowhere", null, null, null, "YEN", List.of("XX"));
        assertThat(Refusals.of(() -> As.officer(() -> contributions.open(wrong))))
                .containsExactly(
                        "reference: notAReference",
                        "donor: noSuchPartner",
                        "instrument: required",
                        "currency: notACurrency",
                        "purpose: required",
                        "countries: notACountry");
        ContributionData empty =
                new ContributionData(null, "Purpose", " ", null, Instrument.OTHER, null, " ", List.of());
        assertThat(Refusals.of(() -> As.officer(() -> contributions.open(empty))))
                .containsExactly("donor: required", "currency: required");
        ContributionData gold = Some.contribution(donor, null, "XAU");
        assertThat(Refusals.of(() -> As.officer(() -> contributions.open(gold))))
                .containsExactly("currency: notACurrency");
        assertThatThrownBy(() -> As.officer(
                        () -> contributions.open(Some.contribution(donor, new Reference("KZ-nowhere"), "USD"))))
                .isInstanceOfSatisfying(NoSuchRecord.class, refused -> assertThat(refused.field())
                        .isEqualTo("agreement"));
    }

    @Test
    void aReferenceBelongsToOne() throws Exception {
        String typed = Some.reference("Ref");
        As.officer(() -> contributions.open(referenced(typed)));
        assertThatThrownBy(() -> As.officer2(() -> contributions.open(referenced(typed))))
                .isInstanceOf(ReferenceTaken.class);
    }

    private ContributionData referenced(String reference) {
        return new ContributionData(
                reference, Some.name("Purpose"), donor.value(), null, Instrument.OTHER, null, "USD", List.of());
    }

    @Test
    void donorInstrumentAndCurrencyStay() throws Exception {
        Reference reference = open("USD");
        Reference other = stages.ministry();
        ContributionData moved =
                new ContributionData(null, "Purpose", other.value(), null, Instrument.IN_KIND, null, "EUR", List.of());
        assertThat(Refusals.of(() -> change(reference, 0, moved)))
                .containsExactly("donor: staysAsRecorded", "instrument: staysAsRecorded", "currency: staysAsRecorded");
        ContributionData renamed = new ContributionData(
                null, "Renamed", donor.value(), null, null, Earmarking.UNEARMARKED, null, List.of("ET"));
        change(reference, 0, renamed);
        assertThat(find(reference).data().purpose()).isEqualTo("Renamed");
        assertThat(find(reference).data().earmarking()).isEqualTo(Earmarking.UNEARMARKED);
        assertThat(find(reference).data().countries()).containsExactly("ET");
        assertThat(find(reference).data().currency()).isEqualTo("USD");
    }

    @Test
    void refusesASaveOverSomebodyElsesAndNamesWho() throws Exception {
        Reference reference = open("USD");
        ContributionData others = Some.contribution(donor, null, "USD");
        As.officer2(() -> {
            contributions.change(reference, 0, others);
            return true;
        });
        StaleVersion refused = catchThrowableOfType(
                StaleVersion.class, () -> change(reference, 0, Some.contribution(donor, null, "USD")));
        assertThat(As.officer(() -> history.since(refused.record(), refused.expected())))
                .extracting(JournalEntry::actor)
                .containsExactly("officer2");
        assertThat(find(reference).data().purpose()).isEqualTo(others.purpose());
    }

    @Test
    void anAmountIsNoFinerThanItsCurrencysCoins() throws Exception {
        assertThat(refusedAmount("JPY", "100.5")).containsExactly("amount: tooFine");
        assertThat(refusedAmount("USD", "0.001")).containsExactly("amount: tooFine");
        assertThat(refusedAmount("KWD", "0.0001")).containsExactly("amount: tooFine");
        assertThat(refusedAmount("USD", "100000000000000000")).containsExactly("amount: tooLarge");
        assertThat(refusedAmount("USD", "0")).containsExactly("amount: notPositive");
        assertThat(refusedAmount("USD", "-5")).containsExactly("amount: notPositive");
        assertThat(posted("VND", "100.00").amount().plain()).isEqualTo("100");
        assertThat(posted("USD", "0.01").amount().plain()).isEqualTo("0.01");
        assertThat(posted("KWD", "0.001").amount().plain()).isEqualTo("0.001");
        assertThat(posted("USD", "99999999999999999.99").amount().plain()).isEqualTo("99999999999999999.99");
    }

    private List<String> refusedAmount(String currency, String amount) throws Exception {
        Reference contribution = open(currency);
        List<String> refused = Refusals.of(() -> post(contribution, EntryKind.RECEIPT, amount));
        assertThat(list(contribution)).isEmpty();
        return refused;
    }

    private EntryRow posted(String currency, String amount) throws Exception {
        return entry(post(open(currency), EntryKind.RECEIPT, amount));
    }

    @Test
    void newMoneyIsInACurrencyThatLivedOnItsDay() throws Exception {
        Reference contribution = open("DEM");
        Reference old = As.officer(() -> ledger.post(
                contribution, EntryData.of(EntryKind.RECEIPT, "1000", LocalDate.of(1999, 5, 3), "Bank statement")));
        for (EntryKind kind : List.of(EntryKind.RECEIPT, EntryKind.PLEDGE, EntryKind.COMMITMENT)) {
            EntryData late = EntryData.of(kind, "1000", LocalDate.of(2021, 5, 3), "Bank statement");
            assertThat(Refusals.of(() -> As.officer(() -> ledger.post(contribution, late))))
                    .containsExactly("valueDate: currencyEnded");
        }
        // what mirrors an older entry keeps its currency
        As.officer(() -> ledger.reverse(old, "Entered twice", null));
        assertThat(list(contribution)).hasSize(2);
    }

    @Test
    void anEntrySaysWhatWhenAndHowMuch() throws Exception {
        Reference contribution = open("USD");
        EntryData nothing = new EntryData(null, null, null, false, null, null, null);
        assertThat(Refusals.of(() -> As.officer(() -> ledger.post(contribution, nothing))))
                .containsExactly("kind: required", "amount: required", "valueDate: required");
        EntryData tomorrow = EntryData.of(
                EntryKind.RECEIPT, "1", LocalDate.now(ZoneOffset.UTC).plusDays(2), "Bank statement");
        assertThat(Refusals.of(() -> As.officer(() -> ledger.post(contribution, tomorrow))))
                .containsExactly("valueDate: inTheFuture");
        assertThat(Refusals.of(() ->
                        As.officer(() -> ledger.post(contribution, EntryData.of(EntryKind.PLEDGE, "1", DAY, " ")))))
                .as("a pledge needs evidence")
                .containsExactly("source: required");
        assertThat(Refusals.of(() -> post(contribution, EntryKind.REVERSAL, "1")))
                .containsExactly("kind: reverseTheEntry");
        assertThat(Refusals.of(() -> post(contribution, EntryKind.PLEDGE_WITHDRAWN, "1")))
                .containsExactly("reason: required");
        assertThat(list(contribution)).isEmpty();
    }

    @Test
    void aCommitmentNeedsABindingAgreementThatIsSigned() throws Exception {
        assertThatThrownBy(() -> post(open("USD"), EntryKind.COMMITMENT, "1"))
                .as("no agreement")
                .isInstanceOf(NoBindingAgreement.class);
        Reference memorandum = stages.inForce(Some.memorandum(donor, administrator));
        assertThatThrownBy(() -> post(open(memorandum, "USD"), EntryKind.COMMITMENT, "1"))
                .as("not binding")
                .isInstanceOf(NoBindingAgreement.class);
        Reference framework =
                stages.inForce(Some.agreement(AgreementType.FRAMEWORK_AGREEMENT, null, null, donor, administrator));
        assertThatThrownBy(() -> post(open(framework, "USD"), EntryKind.COMMITMENT, "1"))
                .as("carries no money")
                .isInstanceOf(NoBindingAgreement.class);
        Reference unsigned = stages.awaitingSignature(Some.contributionAgreement("USD", "100", donor, administrator));
        Reference contribution = open(unsigned, "USD");
        assertThatThrownBy(() -> post(contribution, EntryKind.COMMITMENT, "1"))
                .as("not signed")
                .isInstanceOf(NoBindingAgreement.class);
        As.officer(() -> {
            agreements.sign(unsigned, 3, StepData.signed(List.of(DAY, DAY)));
            return true;
        });
        post(contribution, EntryKind.COMMITMENT, "1");
        assertThat(find(contribution).totals()).isEqualTo(totals("USD", "0", "1", "0"));
        As.approver(() -> {
            agreements.terminate(unsigned, 4, StepData.on(DAY, "breach"));
            return true;
        });
        assertThatThrownBy(() -> post(contribution, EntryKind.COMMITMENT, "1"))
                .as("terminated")
                .isInstanceOf(AgreementHasEnded.class);
    }

    @Test
    void aCommitmentIsInTheAgreementsCurrency() throws Exception {
        Reference agreement = funded("JPY", "1000");
        assertThatThrownBy(() -> post(open(agreement, "USD"), EntryKind.COMMITMENT, "1"))
                .isInstanceOfSatisfying(CommitmentInOtherCurrency.class, refused -> assertThat(refused.arguments())
                        .containsExactly("JPY"));
    }

    @Test
    void anAgreementCommitsItsPartiesOnly() throws Exception {
        Reference agreement = funded("USD", "1000");
        Reference stranger = stages.ministry();
        Reference contribution = As.officer(() -> contributions.open(Some.contribution(stranger, agreement, "USD")));
        assertThatThrownBy(() -> post(contribution, EntryKind.COMMITMENT, "1")).isInstanceOf(DonorIsNoParty.class);
        Reference agency = As.officer(() -> partners.register(below(donor)));
        Reference agencys = As.officer(() -> contributions.open(Some.contribution(agency, agreement, "USD")));
        post(agencys, EntryKind.COMMITMENT, "5");
        assertThat(find(agencys).totals().committed())
                .as("bound by whom it belongs to")
                .isEqualTo(Money.of("5", "USD"));
    }

    private static PartnerData below(Reference parent) {
        return new PartnerData(
                null,
                Some.name("Agency"),
                null,
                null,
                Sector.GOVERNMENT,
                null,
                "JP",
                parent.value(),
                null,
                null,
                false,
                List.of(),
                List.of(),
                List.of());
    }

    @Test
    void commitmentsStayUnderTheCeilingOfTheirAgreement() throws Exception {
        Reference agreement = funded("USD", "100.00");
        Reference first = open(agreement, "USD");
        Reference second = open(agreement, "USD");
        post(first, EntryKind.COMMITMENT, "60");
        assertThatThrownBy(() -> post(second, EntryKind.COMMITMENT, "40.01"))
                .isInstanceOfSatisfying(CeilingExceeded.class, refused -> assertThat(refused.arguments())
                        .containsExactly(Money.of("100", "USD"), Money.of("60", "USD")));
        post(second, EntryKind.COMMITMENT, "40");
        assertThatThrownBy(() -> adjust(first, "0.01")).isInstanceOf(CeilingExceeded.class);
        adjust(first, "-10");
        post(second, EntryKind.COMMITMENT, "10");
        assertThat(find(first).totals().committed()).isEqualTo(Money.of("50", "USD"));
        assertThat(find(second).totals().committed()).isEqualTo(Money.of("50", "USD"));
    }

    @Test
    void aReversalIsNoWayAroundTheCeiling() throws Exception {
        Reference contribution = open(funded("USD", "100"), "USD");
        post(contribution, EntryKind.COMMITMENT, "100");
        Reference writeOff = giveUp(contribution, EntryKind.WRITE_OFF, "100");
        post(contribution, EntryKind.COMMITMENT, "100");
        assertThatThrownBy(() -> reverse(writeOff)).isInstanceOf(CeilingExceeded.class);
        assertThat(find(contribution).totals().committed()).isEqualTo(Money.of("100", "USD"));
    }

    @Test
    void whoeverCommitsAtOnceFindsTheSameCeiling() throws Exception {
        Reference agreement = funded("USD", "100");
        List<Callable<Boolean>> attempts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Reference contribution = open(agreement, "USD");
            attempts.add(() -> attempt(() -> post(contribution, EntryKind.COMMITMENT, "30")));
        }
        assertThat(atOnce(attempts)).isEqualTo(3);
        assertThat(sumUnder(agreement)).isEqualByComparingTo("90");
    }

    @Test
    void whoeverWithdrawsAtOnceFindsTheSamePledge() throws Exception {
        Reference contribution = open("USD");
        post(contribution, EntryKind.PLEDGE, "100");
        assertThat(atOnce(Collections.nCopies(5, () -> attempt(() -> withdraw(contribution, "40")))))
                .isEqualTo(2);
        assertThat(find(contribution).totals().pledged()).isEqualTo(Money.of("20", "USD"));
    }

    /** How many of them were not refused. */
    private long atOnce(List<Callable<Boolean>> attempts) throws Exception {
        long done = 0;
        for (Future<Boolean> attempt : executor.invokeAll(attempts)) {
            done += attempt.get() ? 1 : 0;
        }
        return done;
    }

    private static boolean attempt(Callable<?> work) throws Exception {
        try {
            work.call();
            return true;
        } catch (CeilingExceeded | MoreWithdrawnThanPledged refused) {
            return false;
        }
    }

    private BigDecimal sumUnder(Reference agreement) throws SQLException {
        return new BigDecimal(new Journal(dataSource)
                .rows(
                        "SELECT SUM(e.amount) FROM ledger_entry e JOIN contribution c ON c.id = e.contribution_id"
                                + " JOIN agreement a ON a.id = c.agreement_id WHERE a.reference = ?",
                        agreement.value())
                .get(0)
                .get(0));
    }

    @Test
    void committedMoneyStaysUnderItsAgreement() throws Exception {
        Reference agreement = funded("USD", "100");
        Reference other = funded("USD", "1");
        Reference contribution = open(agreement, "USD");
        Reference commitment = post(contribution, EntryKind.COMMITMENT, "100");
        assertThat(Refusals.of(() -> change(contribution, 0, Some.contribution(donor, other, "USD"))))
                .containsExactly("agreement: staysAsRecorded");
        assertThat(Refusals.of(() -> change(contribution, 0, Some.contribution(donor, null, "USD"))))
                .containsExactly("agreement: staysAsRecorded");
        reverse(commitment);
        change(contribution, 0, Some.contribution(donor, other, "USD"));
        assertThat(find(contribution).data().agreement()).isEqualTo(other.value());
    }

    @Test
    void anAdjustmentIsExplained() throws Exception {
        Reference contribution = open(funded("USD", "100"), "USD");
        post(contribution, EntryKind.COMMITMENT, "80");
        assertThat(Refusals.of(() -> post(contribution, EntryKind.ADJUSTMENT, "-5")))
                .containsExactly("reason: required");
        Reference adjustment = adjust(contribution, "-5");
        assertThat(entry(adjustment).amount()).isEqualTo(Money.of("-5", "USD"));
        assertThat(entry(adjustment).reason()).isEqualTo("amendment 1");
        assertThat(find(contribution).totals().committed()).isEqualTo(Money.of("75", "USD"));
    }

    @Test
    void noMoreIsWithdrawnThanPledged() throws Exception {
        Reference contribution = open("EUR");
        Reference pledge = post(contribution, EntryKind.PLEDGE, "100");
        assertThatThrownBy(() -> withdraw(contribution, "100.01"))
                .isInstanceOfSatisfying(MoreWithdrawnThanPledged.class, refused -> assertThat(refused.arguments())
                        .containsExactly(Money.of("100", "EUR")));
        withdraw(contribution, "60");
        assertThat(find(contribution).totals().pledged()).isEqualTo(Money.of("40", "EUR"));
        assertThatThrownBy(() -> withdraw(contribution, "40.01")).isInstanceOf(MoreWithdrawnThanPledged.class);
        assertThatThrownBy(() -> reverse(pledge))
                .as("part of it is withdrawn")
                .isInstanceOf(MoreWithdrawnThanPledged.class);
        assertThat(find(contribution).totals().pledged()).isEqualTo(Money.of("40", "EUR"));
    }

    @Test
    void theThreeSumsStandBesideEachOther() throws Exception {
        Reference contribution = open(funded("USD", "1000"), "USD");
        post(contribution, EntryKind.PLEDGE, "900");
        withdraw(contribution, "100");
        post(contribution, EntryKind.COMMITMENT, "700.50");
        adjust(contribution, "-0.50");
        giveUp(contribution, EntryKind.WRITE_OFF, "50");
        Reference receipt = post(contribution, EntryKind.RECEIPT, "400");
        post(contribution, EntryKind.IN_KIND, "25.25");
        assertThat(find(contribution).totals().received()).as("not confirmed").isEqualTo(Money.of("0", "USD"));
        As.treasurer(() -> confirmed(receipt));
        giveUp(contribution, EntryKind.REFUND, "5.25");
        reverse(post(contribution, EntryKind.RECEIPT, "77"));
        ContributionDetail detail = find(contribution);
        assertThat(detail.totals()).isEqualTo(totals("USD", "800", "650", "394.75", "25.25"));
        ContributionCriteria ofAgreement = new ContributionCriteria(null, null, null, detail.donorId(), null);
        assertThat(As.manager(() -> queries.list(ofAgreement, PageRequest.first(10)))
                        .items())
                .extracting(ContributionRow::reference, ContributionRow::totals)
                .containsExactly(tuple(contribution, detail.totals()));
        EntryTotals inUsd = As.manager(() -> entries.totals(EntryCriteria.ofContribution(detail.id())));
        assertThat(inUsd.of(Measure.PLEDGED)).isEqualTo(Money.of("800", "USD"));
        assertThat(inUsd.of(Measure.COMMITTED)).isEqualTo(Money.of("650", "USD"));
        assertThat(inUsd.of(Measure.RECEIVED)).isEqualTo(Money.of("394.75", "USD"));
        assertThat(inUsd.notYetConfirmed()).isEqualTo(Money.of("25.25", "USD"));
        assertThat(inUsd.notConvertible()).isZero();
    }

    @Test
    void aReversalMirrorsItsEntryOnce() throws Exception {
        Reference contribution = open("JPY");
        EntryData said = new EntryData(
                EntryKind.RECEIPT, new BigDecimal("1000"), DAY, true, new BigDecimal("9.60"), "Bank", null);
        Reference mistaken = As.officer(() -> ledger.post(contribution, said));
        assertThat(Refusals.of(() -> As.officer(() -> ledger.reverse(mistaken, " ", null))))
                .containsExactly("reason: required");
        Reference reversal = As.officer2(() -> ledger.reverse(mistaken, "typed twice", DAY.plusDays(3)));
        EntryRow row = entry(reversal);
        EntryRow of = entry(mistaken);
        assertThat(row.kind()).isEqualTo(EntryKind.REVERSAL);
        assertThat(row.measure()).isEqualTo(Measure.RECEIVED);
        assertThat(row.amount()).isEqualTo(Money.of("-1000", "JPY"));
        assertThat(row.exact()).isEqualByComparingTo(of.exact().negate());
        assertThat(row.usd()).isEqualByComparingTo("-9.60");
        assertThat(row.perUsd()).isEqualTo(of.perUsd());
        assertThat(row.valueDate()).isEqualTo(DAY.plusDays(3));
        assertThat(row.reversesOn()).isEqualTo(DAY);
        assertThat(row.approximate()).isTrue();
        assertThat(row.reason()).isEqualTo("typed twice");
        assertThat(row.recordedBy()).isEqualTo("officer2");
        assertThat(row.reverses()).isEqualTo(mistaken);
        assertThat(of.reversedBy()).isEqualTo(reversal);
        assertThat(of.amount()).as("the entry stays as it was").isEqualTo(Money.of("1000", "JPY"));
        assertThat(of.canBeReversed()).isFalse();
        assertThatThrownBy(() -> reverse(mistaken)).isInstanceOf(EntryReversedAlready.class);
        assertThatThrownBy(() -> reverse(reversal)).isInstanceOf(ReversalIsFinal.class);
        assertThat(find(contribution).totals()).isEqualTo(totals("JPY", "0", "0", "0"));
        assertThat(list(contribution)).hasSize(2);
    }

    @Test
    void somebodyElseConfirmsWhatArrived() throws Exception {
        Set<String> both = Set.of(Roles.OFFICER, Roles.TREASURER);
        Reference contribution = open("USD");
        Reference receipt =
                As.somebody("both", both, () -> ledger.post(contribution, Some.entry(EntryKind.RECEIPT, "5")));
        assertThatThrownBy(() -> As.somebody("both", both, () -> confirmed(receipt)))
                .isInstanceOf(ConfirmedByItsAuthor.class);
        assertThat(entry(receipt).awaitsConfirmation()).isTrue();
        assertThat(entry(receipt).confirmedBy()).isNull();
        assertThatThrownBy(() -> As.officer(() -> confirmed(receipt))).isInstanceOf(EJBAccessException.class);
        As.treasurer(() -> confirmed(receipt));
        assertThat(entry(receipt).confirmedBy()).isEqualTo("treasurer");
        assertThat(entry(receipt).awaitsConfirmation()).isFalse();
        assertThatThrownBy(() -> As.treasurer(() -> confirmed(receipt))).isInstanceOf(EntryConfirmedAlready.class);
    }

    @Test
    void onlyMoneyThatArrivedIsConfirmed() throws Exception {
        Reference contribution = open("USD");
        Reference pledge = post(contribution, EntryKind.PLEDGE, "5");
        assertThatThrownBy(() -> As.treasurer(() -> confirmed(pledge))).isInstanceOf(EntryNeedsNoConfirmation.class);
        Reference inKind = post(contribution, EntryKind.IN_KIND, "5");
        As.treasurer(() -> confirmed(inKind));
        assertThat(entry(inKind).confirmedBy()).isEqualTo("treasurer");
        Reference mistaken = post(contribution, EntryKind.RECEIPT, "7");
        reverse(mistaken);
        assertThatThrownBy(() -> As.treasurer(() -> confirmed(mistaken))).isInstanceOf(EntryReversedAlready.class);
        assertThat(entry(mistaken).confirmedBy()).isNull();
    }

    @Test
    void anApproverGivesMoneyUp() throws Exception {
        Reference contribution = open("USD");
        Reference receipt = post(contribution, EntryKind.RECEIPT, "100");
        As.treasurer(() -> confirmed(receipt));
        assertThat(Refusals.of(() -> post(contribution, EntryKind.REFUND, "10")))
                .containsExactly("kind: approverPosts");
        assertThatThrownBy(() ->
                        As.officer(() -> ledger.giveUp(contribution, explained(EntryKind.REFUND, "10", "unspent"))))
                .isInstanceOf(EJBAccessException.class);
        assertThat(Refusals.of(
                        () -> As.approver(() -> ledger.giveUp(contribution, explained(EntryKind.REFUND, "10", null)))))
                .containsExactly("reason: required");
        assertThat(Refusals.of(() ->
                        As.approver(() -> ledger.giveUp(contribution, explained(EntryKind.RECEIPT, "10", "why")))))
                .containsExactly("kind: refundOrWriteOff");
        Reference refund = giveUp(contribution, EntryKind.REFUND, "10");
        assertThat(entry(refund).amount()).isEqualTo(Money.of("-10", "USD"));
        assertThat(entry(refund).recordedBy()).isEqualTo("approver");
        assertThat(find(contribution).totals().received()).isEqualTo(Money.of("90", "USD"));
    }

    @Test
    void withoutARateNothingIsConverted() throws Exception {
        Reference contribution = open("BTN");
        Reference receipt = post(contribution, EntryKind.RECEIPT, "1000");
        assertThat(entry(receipt).usd()).isNull();
        assertThat(entry(receipt).perUsd()).isNull();
        long id = find(contribution).id();
        EntryTotals totals = As.manager(() -> entries.totals(EntryCriteria.ofContribution(id)));
        assertThat(totals.notConvertible()).isEqualTo(1);
        assertThat(totals.received()).isZero();
        assertThat(totals.unconfirmed()).isZero();
        assertThat(find(contribution).totals().unconfirmed()).isEqualTo(Money.of("1000", "BTN"));
    }

    @Test
    void theRateOfADayIsItsCurrencysNewestAndStaysWithTheEntry() throws Exception {
        publish("KWD", DAY.minusDays(10), "0.25", "May");
        publish("OMR", DAY.minusDays(1), "0.4", "Another currency");
        publish("KWD", DAY.plusDays(1), "0.5", "July");
        Reference contribution = open("KWD");
        EntryRow entry = entry(post(contribution, EntryKind.RECEIPT, "1.001"));
        assertThat(entry.usd()).isEqualByComparingTo("4.004");
        assertThat(entry.perUsd()).isEqualByComparingTo("0.25");
        assertThat(entry.rateOn()).isEqualTo(DAY.minusDays(10));
        assertThat(entry.rateSource()).isEqualTo("May");
        publish("KWD", DAY, "0.1", "Later found");
        assertThat(entry(entry.reference()).usd()).as("frozen").isEqualByComparingTo("4.004");
        assertThat(entry(post(contribution, EntryKind.RECEIPT, "1")).usd()).isEqualByComparingTo("10");
        assertThat(entry(reverse(entry.reference())).usd()).isEqualByComparingTo("-4.004");
        Reference early = As.officer(
                () -> ledger.post(contribution, EntryData.of(EntryKind.RECEIPT, "1", DAY.minusDays(11), "Bank")));
        assertThat(entry(early).usd()).as("before the first rate").isNull();
        assertThatThrownBy(() -> publish("KWD", DAY, "0.2", "Again")).isInstanceOf(RateKnownAlready.class);
    }

    @Test
    void aRateSaysWhatOfWhenAndWhoSaysSo() throws Exception {
        assertThat(Refusals.of(() -> published(" ", null, null, null)))
                .containsExactly(
                        "rates[0].currency: required",
                        "rates[0].effectiveOn: required",
                        "rates[0].perUsd: required",
                        "rates[0].source: required");
        assertThat(Refusals.of(() -> published("TND", DAY, new BigDecimal("0.000000000000001"), "UN")))
                .containsExactly("rates[0].perUsd: rateTooLong");
        assertThat(Refusals.of(() -> published("ZZZ", DAY, BigDecimal.ZERO, "UN")))
                .containsExactly("rates[0].currency: notACurrency", "rates[0].perUsd: notPositive");
        assertThatThrownBy(() -> As.officer(() -> {
                    rates.publish(List.of(new ExchangeRates.Published("TND", DAY, BigDecimal.ONE, "UN")));
                    return true;
                }))
                .isInstanceOf(EJBAccessException.class);
    }

    private void publish(String currency, LocalDate day, String perUsd, String source) throws Exception {
        published(currency, day, new BigDecimal(perUsd), source);
    }

    private boolean published(
            @Nullable String currency, @Nullable LocalDate day, @Nullable BigDecimal perUsd, @Nullable String source)
            throws Exception {
        return As.administrator(() -> {
            rates.publish(List.of(new ExchangeRates.Published(currency, day, perUsd, source)));
            return true;
        });
    }

    private Reference funded(String currency, String ceiling) throws Exception {
        return stages.inForce(Some.contributionAgreement(currency, ceiling, donor, administrator));
    }

    private Reference open(String currency) throws Exception {
        return As.officer(() -> contributions.open(Some.contribution(donor, null, currency)));
    }

    private Reference open(Reference agreement, String currency) throws Exception {
        return As.officer(() -> contributions.open(Some.contribution(donor, agreement, currency)));
    }

    private boolean change(Reference contribution, long version, ContributionData data) throws Exception {
        return As.officer(() -> {
            contributions.change(contribution, version, data);
            return true;
        });
    }

    private Reference post(Reference contribution, EntryKind kind, String amount) throws Exception {
        return As.officer(() -> ledger.post(contribution, Some.entry(kind, amount)));
    }

    private Reference adjust(Reference contribution, String amount) throws Exception {
        return As.officer(() -> ledger.post(contribution, explained(EntryKind.ADJUSTMENT, amount, "amendment 1")));
    }

    private Reference withdraw(Reference contribution, String amount) throws Exception {
        return As.officer(() -> ledger.post(contribution, explained(EntryKind.PLEDGE_WITHDRAWN, amount, "budget cut")));
    }

    private Reference giveUp(Reference contribution, EntryKind kind, String amount) throws Exception {
        return As.approver(() -> ledger.giveUp(contribution, explained(kind, amount, "agreed with the donor")));
    }

    private static EntryData explained(EntryKind kind, String amount, @Nullable String reason) {
        return new EntryData(kind, new BigDecimal(amount), DAY, false, null, "Letter", reason);
    }

    private Reference reverse(Reference entry) throws Exception {
        return As.officer(() -> ledger.reverse(entry, "a mistake", null));
    }

    private boolean confirmed(Reference entry) {
        ledger.confirm(entry);
        return true;
    }

    private ContributionDetail find(Reference reference) throws Exception {
        return As.manager(() -> queries.find(reference.value())).orElseThrow();
    }

    private EntryRow entry(Reference reference) throws Exception {
        return As.manager(() -> entries.find(reference.value())).orElseThrow();
    }

    private List<EntryRow> list(Reference contribution) throws Exception {
        long id = find(contribution).id();
        return As.manager(() -> entries.list(EntryCriteria.ofContribution(id), PageRequest.first(100)))
                .items();
    }

    private static Totals totals(String currency, String pledged, String committed, String received) {
        return totals(currency, pledged, committed, received, "0");
    }

    private static Totals totals(
            String currency, String pledged, String committed, String received, String unconfirmed) {
        return new Totals(
                Money.of(pledged, currency),
                Money.of(committed, currency),
                Money.of(received, currency),
                Money.of(unconfirmed, currency));
    }
}
