package org.kizuna.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.util.Currency;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kizuna.agreement.AgreementStatus;
import org.kizuna.shared.Money;
import org.kizuna.shared.Problems;
import org.kizuna.shared.Question;

/** The limits of the ledger, over what stands in it before. */
class LedgerLimitsTest {

    private static final Currency USD = Currency.getInstance("USD");

    private static LedgerBalance balance(String pledged, String committed, String received, String unconfirmed) {
        return new LedgerBalance(
                USD,
                new BigDecimal(pledged),
                new BigDecimal(committed),
                new BigDecimal(received),
                new BigDecimal(unconfirmed),
                !"0".equals(committed));
    }

    private static void takes(LedgerBalance before, Measure measure, boolean confirmed, String amount) {
        LedgerLimits.check(before, measure, confirmed, new BigDecimal(amount).negate());
    }

    @Test
    void writesOffNoMoreThanIsOutstanding() {
        LedgerBalance before = balance("0", "636363", "0", "100000");
        assertThatThrownBy(() -> takes(before, Measure.COMMITTED, true, "600000"))
                .isInstanceOfSatisfying(LessCommittedThanArrived.class, refused -> assertThat(refused.arguments())
                        .containsExactly(
                                Money.of("536363", "USD"), Money.of("636363", "USD"), Money.of("100000", "USD")));
        assertThatThrownBy(() -> takes(before, Measure.COMMITTED, true, "536363.01"))
                .isInstanceOf(LessCommittedThanArrived.class);
        assertThatCode(() -> takes(before, Measure.COMMITTED, true, "536363")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"60, 0, 40", "0, 60, 40", "30, 30, 40", "0, 0, 100"})
    void whatArrivedIsNotOutstandingThoughNobodyConfirmedIt(String received, String unconfirmed, String most) {
        LedgerBalance before = balance("0", "100", received, unconfirmed);
        assertThatCode(() -> takes(before, Measure.COMMITTED, true, most)).doesNotThrowAnyException();
        assertThatThrownBy(() -> takes(before, Measure.COMMITTED, true, most + ".01"))
                .isInstanceOf(LessCommittedThanArrived.class);
    }

    @Test
    void nothingIsTakenOffWhereMoreArrivedThanWasCommitted() {
        assertThatThrownBy(() -> takes(balance("0", "100", "120", "0"), Measure.COMMITTED, true, "0.01"))
                .isInstanceOfSatisfying(LessCommittedThanArrived.class, refused -> assertThat(refused.arguments())
                        .startsWith(Money.of("0", "USD")));
    }

    @Test
    void refundsDoNotMakeMoreOutstandingThanWasCommitted() {
        LedgerBalance before = balance("0", "100", "-5", "0");
        assertThatThrownBy(() -> takes(before, Measure.COMMITTED, true, "100.01"))
                .isInstanceOfSatisfying(LessCommittedThanArrived.class, refused -> assertThat(refused.arguments())
                        .startsWith(Money.of("100", "USD")));
        assertThatCode(() -> takes(before, Measure.COMMITTED, true, "100")).doesNotThrowAnyException();
    }

    @Test
    void paysBackNoMoreThanWasReceivedAndConfirmed() {
        LedgerBalance before = balance("0", "0", "500000", "400000");
        assertThatThrownBy(() -> takes(before, Measure.RECEIVED, true, "900000"))
                .isInstanceOfSatisfying(MorePaidBackThanReceived.class, refused -> assertThat(refused.arguments())
                        .containsExactly(Money.of("500000", "USD"), Money.of("400000", "USD")));
        assertThatCode(() -> takes(before, Measure.RECEIVED, true, "500000")).doesNotThrowAnyException();
    }

    @Test
    void aConfirmedReceiptIsTakenBackOnlyWhereRefundsStayCovered() {
        LedgerBalance before = balance("0", "0", "40", "100");
        assertThatThrownBy(() -> takes(before, Measure.RECEIVED, true, "100"))
                .isInstanceOf(MorePaidBackThanReceived.class);
        assertThatCode(() -> takes(before, Measure.RECEIVED, false, "100")).doesNotThrowAnyException();
    }

    @Test
    void withdrawsNoMoreThanIsPledged() {
        LedgerBalance before = balance("100", "0", "0", "0");
        assertThatThrownBy(() -> takes(before, Measure.PLEDGED, true, "100.01"))
                .isInstanceOf(MoreWithdrawnThanPledged.class);
        assertThatCode(() -> takes(before, Measure.PLEDGED, true, "100")).doesNotThrowAnyException();
    }

    @Test
    void partsOfACoinThatStatementsGiveStandInNobodysWay() {
        LedgerBalance before = balance("0", "0", "99.996", "0");
        assertThatCode(() -> takes(before, Measure.RECEIVED, true, "100")).doesNotThrowAnyException();
    }

    @Test
    void asksAboutMoneyAboveTheCommitment() {
        Problems problems = new Problems();
        LedgerLimits.ask(problems, balance("0", "100", "60", "30"), Measure.RECEIVED, new BigDecimal("10.01"));
        assertThat(problems.questions())
                .extracting(Question::code, Question::arguments)
                .containsExactly(org.assertj.core.api.Assertions.tuple(
                        "receiptAboveCommitment",
                        java.util.List.of(Money.of("100", "USD"), Money.of("100.01", "USD"))));
    }

    @ParameterizedTest
    @CsvSource({"100, 60, 30, 10", "0, 0, 0, 1000"})
    void asksNothingUpToTheCommitmentAndWhereNothingWasCommitted(
            String committed, String received, String unconfirmed, String amount) {
        Problems problems = new Problems();
        LedgerLimits.ask(
                problems, balance("0", committed, received, unconfirmed), Measure.RECEIVED, new BigDecimal(amount));
        assertThat(problems.questions()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(AgreementStatus.class)
    void anAgreementThatIsOverTakesOnlyWhatSettlesIt(AgreementStatus status) {
        boolean running =
                switch (status) {
                    case SIGNED, IN_FORCE, SUSPENDED -> true;
                    default -> false;
                };
        boolean over = status == AgreementStatus.ENDED || status == AgreementStatus.TERMINATED;
        assertThat(LedgerLimits.takesCommitments(status, true)).isEqualTo(running);
        assertThat(LedgerLimits.takesCommitments(status, false)).isEqualTo(running || over);
    }
}
