package org.kizuna.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kizuna.agreement.AgreementQueries;
import org.kizuna.agreement.AgreementRegister;
import org.kizuna.contribution.ContributionQueries;
import org.kizuna.contribution.ContributionRegister;
import org.kizuna.contribution.Totals;
import org.kizuna.lifecycle.StepData;
import org.kizuna.partner.PartnerIsBlocked;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.partner.PartnerRegister;
import org.kizuna.rate.ExchangeRates;
import org.kizuna.samples.Some;
import org.kizuna.samples.Stages;
import org.kizuna.shared.AskedAbout;
import org.kizuna.shared.BusinessRuleViolation;
import org.kizuna.shared.Despite;
import org.kizuna.shared.Money;
import org.kizuna.shared.Question;
import org.kizuna.shared.Reference;
import org.kizuna.testing.As;
import org.kizuna.testing.Journal;
import org.kizuna.testing.Refusals;

/** The ledger's limits with the database that holds them, and those who enter at once. */
@ArquillianTest
class LedgerLimitsContainerIT {

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

    private Stages stages;
    private Reference donor;
    private Reference agreement;
    private Reference contribution;

    @BeforeEach
    void openAContribution() throws Exception {
        stages = new Stages(partners, partnerQueries, agreements, agreementQueries);
        donor = stages.ministry();
        agreement = stages.inForce(Some.contributionAgreement("USD", "1000000", donor, stages.company()));
        contribution = As.officer(() -> contributions.open(Some.contribution(donor, agreement, "USD")));
    }

    @Test
    void noMoreIsWrittenOffThanIsOutstanding() throws Exception {
        post(EntryKind.COMMITMENT, "636363");
        post(EntryKind.RECEIPT, "100000");
        assertThatThrownBy(() -> giveUp(EntryKind.WRITE_OFF, "600000"))
                .isInstanceOfSatisfying(LessCommittedThanArrived.class, refused -> assertThat(refused.arguments())
                        .startsWith(Money.of("536363", "USD")));
        giveUp(EntryKind.WRITE_OFF, "536363");
        assertThatThrownBy(() -> giveUp(EntryKind.WRITE_OFF, "600000")).isInstanceOf(LessCommittedThanArrived.class);
        assertThat(totals().committed()).isEqualTo(Money.of("100000", "USD"));
    }

    @Test
    void noCommitmentIsAdjustedOrTakenBackBelowWhatArrived() throws Exception {
        Reference commitment = post(EntryKind.COMMITMENT, "100");
        post(EntryKind.RECEIPT, "60");
        assertThatThrownBy(() -> explained(EntryKind.ADJUSTMENT, "-40.01"))
                .isInstanceOf(LessCommittedThanArrived.class);
        assertThatThrownBy(() -> reverse(commitment)).isInstanceOf(LessCommittedThanArrived.class);
        explained(EntryKind.ADJUSTMENT, "-40");
        assertThat(totals().committed()).isEqualTo(Money.of("60", "USD"));
    }

    @Test
    void noMoreIsPaidBackThanIsConfirmedAsReceived() throws Exception {
        Reference receipt = post(EntryKind.RECEIPT, "500");
        assertThatThrownBy(() -> giveUp(EntryKind.REFUND, "1")).isInstanceOf(MorePaidBackThanReceived.class);
        confirm(receipt);
        assertThatThrownBy(() -> giveUp(EntryKind.REFUND, "900")).isInstanceOf(MorePaidBackThanReceived.class);
        giveUp(EntryKind.REFUND, "500");
        assertThat(totals().received()).isEqualTo(Money.of("0", "USD"));
        assertThatThrownBy(() -> reverse(receipt)).isInstanceOf(MorePaidBackThanReceived.class);
    }

    @Test
    void whoeverTakesAwayAtOnceFindsTheSameRoom() throws Exception {
        post(EntryKind.COMMITMENT, "100");
        confirm(post(EntryKind.RECEIPT, "60"));
        assertThat(atOnce(Collections.nCopies(4, () -> giveUp(EntryKind.WRITE_OFF, "15"))))
                .isEqualTo(2);
        assertThat(atOnce(Collections.nCopies(4, () -> giveUp(EntryKind.REFUND, "25"))))
                .isEqualTo(2);
        assertThat(totals().committed()).isEqualTo(Money.of("70", "USD"));
        assertThat(totals().received()).isEqualTo(Money.of("10", "USD"));
    }

    @Test
    void aReceiptIsConfirmedOrTakenBackAndNotBoth() throws Exception {
        Reference receipt = post(EntryKind.RECEIPT, "60");
        long done = atOnce(List.of(() -> reverse(receipt), () -> confirm(receipt)));
        assertThat(done).isEqualTo(1);
        EntryRow row = As.manager(() -> entries.find(receipt.value())).orElseThrow();
        assertThat(row.confirmedBy() == null).isEqualTo(row.reversedBy() != null);
    }

    @Test
    void whatEndedTakesOnlyWhatSettlesIt() throws Exception {
        post(EntryKind.COMMITMENT, "100");
        confirm(post(EntryKind.RECEIPT, "50"));
        terminate();
        assertThatThrownBy(() -> post(EntryKind.COMMITMENT, "1")).isInstanceOf(AgreementHasEnded.class);
        assertThatThrownBy(() -> explained(EntryKind.ADJUSTMENT, "1")).isInstanceOf(AgreementHasEnded.class);
        assertThat(Refusals.of(() -> post(EntryKind.ADJUSTMENT, "-1"))).containsExactly("reason: required");
        explained(EntryKind.ADJUSTMENT, "-10");
        giveUp(EntryKind.WRITE_OFF, "30");
        giveUp(EntryKind.REFUND, "5");
        post(EntryKind.RECEIPT, "10");
        assertThat(totals().committed()).isEqualTo(Money.of("60", "USD"));
    }

    @Test
    void aBlockedDonorCommitsAndPledgesNothingAndSettlesWhatIsOwed() throws Exception {
        post(EntryKind.COMMITMENT, "100");
        confirm(post(EntryKind.RECEIPT, "40"));
        stages.block(donor);
        assertThatThrownBy(() -> post(EntryKind.COMMITMENT, "1")).isInstanceOf(PartnerIsBlocked.class);
        assertThatThrownBy(() -> post(EntryKind.PLEDGE, "1")).isInstanceOf(PartnerIsBlocked.class);
        assertThatThrownBy(() -> explained(EntryKind.ADJUSTMENT, "1")).isInstanceOf(PartnerIsBlocked.class);
        explained(EntryKind.ADJUSTMENT, "-10");
        post(EntryKind.RECEIPT, "20");
        giveUp(EntryKind.REFUND, "10");
        giveUp(EntryKind.WRITE_OFF, "20");
        assertThat(totals().committed()).isEqualTo(Money.of("70", "USD"));
    }

    @Test
    void moneyAboveTheCommitmentIsTakenWithAWordThatTheJournalTells() throws Exception {
        post(EntryKind.COMMITMENT, "100");
        assertThat(asked(() -> post(EntryKind.RECEIPT, "100.01"))).containsExactly("receiptAboveCommitment");
        Reference receipt = Despite.during(
                Set.of("receiptAboveCommitment"), "a bank's fee came back", () -> post(EntryKind.RECEIPT, "100.01"));
        List<String> told = new Journal(dataSource)
                .rows(
                        "SELECT s.reason, s.detail FROM journal_change_set s JOIN journal_change c ON c.change_set_id = s.id"
                                + " WHERE c.reference = ? AND c.entity = 'LedgerEntry'",
                        receipt.value())
                .get(0);
        assertThat(told.get(0)).isEqualTo("a bank's fee came back");
        assertThat(told.get(1)).isEqualTo("{\"despite\":[\"receiptAboveCommitment\"]}");
    }

    @Test
    void moneyFromBeforeTheAgreementAndUnusualDaysAreAskedAbout() throws Exception {
        assertThat(asked(() -> post(EntryKind.RECEIPT, "1", DAY.minusDays(1)))).containsExactly("beforeAgreement");
        assertThat(asked(() -> post(EntryKind.PLEDGE, "1", LocalDate.of(1944, 12, 31))))
                .containsExactly("unusualDate");
        assertThat(Refusals.of(() -> post(EntryKind.PLEDGE, "1", LocalDate.of(1899, 12, 31))))
                .containsExactly("valueDate: moneyOutOfTime");
    }

    @Test
    void anOldRateIsAskedAbout() throws Exception {
        As.administrator(() -> {
            rates.publish(List.of(
                    new ExchangeRates.Published("MNT", LocalDate.of(2021, 1, 1), new BigDecimal("2850"), "UN")));
            return true;
        });
        Reference inTugrik = As.officer(() -> contributions.open(Some.contribution(donor, null, "MNT")));
        Callable<Reference> receipt =
                () -> As.officer(() -> ledger.post(inTugrik, Some.entry(EntryKind.RECEIPT, "2850")));
        assertThatThrownBy(receipt::call).isInstanceOfSatisfying(AskedAbout.class, asked -> assertThat(
                        asked.questions().get(0).arguments())
                .containsExactly("MNT", "2850", LocalDate.of(2021, 1, 1), "179"));
        Reference entry = Despite.during(Set.of("staleRate"), "the bank used it too", receipt::call);
        assertThat(As.manager(() -> entries.find(entry.value())).orElseThrow().usd())
                .isEqualByComparingTo("1");
    }

    @Test
    void aReversalCountsOnItsOwnDay() throws Exception {
        Reference pledge = post(EntryKind.PLEDGE, "5");
        assertThat(Refusals.of(() -> As.officer(() -> ledger.reverse(pledge, "Mistyped", DAY.minusDays(1)))))
                .containsExactly("on: datesOutOfOrder");
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        assertThat(Refusals.of(() -> As.officer(() -> ledger.reverse(pledge, "Mistyped", today.plusDays(2)))))
                .containsExactly("on: inTheFuture");
        EntryRow reversal =
                As.manager(() -> entries.find(reverse(pledge).value())).orElseThrow();
        assertThat(reversal.valueDate()).isBetween(today, today.plusDays(1));
        assertThat(reversal.reversesOn()).isEqualTo(DAY);
    }

    private static List<String> asked(Callable<?> work) throws Exception {
        try {
            work.call();
            return List.of();
        } catch (AskedAbout asked) {
            return asked.questions().stream().map(Question::code).toList();
        }
    }

    /** How many of them were not refused. */
    private long atOnce(List<Callable<Reference>> attempts) throws Exception {
        List<Callable<Boolean>> tries = attempts.stream()
                .<Callable<Boolean>>map(work -> () -> attempt(work))
                .toList();
        long done = 0;
        for (Future<Boolean> attempt : executor.invokeAll(tries)) {
            done += attempt.get() ? 1 : 0;
        }
        return done;
    }

    private static boolean attempt(Callable<?> work) throws Exception {
        try {
            work.call();
            return true;
        } catch (BusinessRuleViolation refused) {
            return false;
        }
    }

    private void terminate() throws Exception {
        As.approver(() -> {
            agreements.terminate(agreement, stages.agreement(agreement).version(), StepData.on(DAY, "breach"));
            return true;
        });
    }

    private Reference post(EntryKind kind, String amount) throws Exception {
        return As.officer(() -> ledger.post(contribution, Some.entry(kind, amount)));
    }

    private Reference post(EntryKind kind, String amount, LocalDate day) throws Exception {
        return As.officer(() -> ledger.post(contribution, Some.entry(kind, amount, day)));
    }

    private Reference explained(EntryKind kind, String amount) throws Exception {
        return post(kind, amount, DAY);
    }

    private Reference giveUp(EntryKind kind, String amount) throws Exception {
        return As.approver(() -> ledger.giveUp(contribution, Some.entry(kind, amount, DAY)));
    }

    private Reference reverse(Reference entry) throws Exception {
        return As.officer(() -> ledger.reverse(entry, "a mistake", null));
    }

    private Reference confirm(Reference entry) throws Exception {
        As.treasurer(() -> {
            ledger.confirm(entry);
            return true;
        });
        return entry;
    }

    private Totals totals() throws Exception {
        return As.manager(() -> queries.find(contribution.value()))
                .orElseThrow()
                .totals();
    }
}
