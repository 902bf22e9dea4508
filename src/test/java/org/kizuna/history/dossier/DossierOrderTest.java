package org.kizuna.history.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.kizuna.history.HistoryScope;
import org.kizuna.shared.RecordRef;

/** What was asked for is written in one way, in which it can be read and found again. */
class DossierOrderTest {

    private static final LocalDate DAY = LocalDate.of(2021, 3, 4);

    @Test
    void everythingAskedForIsReadAgain() {
        DossierOrder order = new DossierOrder(
                new DossierQuestion(
                        new HistoryScope(new RecordRef("Partner", 7), DAY, DAY.plusDays(1)),
                        DossierQuestion.Part.MONEY,
                        "P-000007 \"日本\" \\",
                        DAY.plusDays(2),
                        DAY.plusDays(3),
                        12L),
                99);
        assertThat(DossierOrder.read(order.written())).isEqualTo(order);
        assertThat(order.written())
                .as("as the migration writes those of before")
                .isEqualTo(
                        "{\"from\":\"2021-03-04\",\"head\":12,\"id\":7,\"kind\":\"Partner\",\"knownOn\":\"2021-03-06\","
                                + "\"name\":\"P-000007 \\\"日本\\\" \\\\\",\"part\":\"MONEY\",\"size\":99,"
                                + "\"standingOn\":\"2021-03-07\",\"to\":\"2021-03-05\"}");
    }

    @Test
    void nothingAskedForIsReadAgain() {
        DossierOrder order = new DossierOrder(
                new DossierQuestion(HistoryScope.EVERYTHING, DossierQuestion.Part.COOPERATION, null, null, null, null),
                1);
        assertThat(DossierOrder.read(order.written())).isEqualTo(order);
        assertThat(order.written())
                .isEqualTo("{\"from\":null,\"head\":null,\"id\":null,\"kind\":null,\"knownOn\":null,\"name\":null,"
                        + "\"part\":\"COOPERATION\",\"size\":1,\"standingOn\":null,\"to\":null}");
    }
}
