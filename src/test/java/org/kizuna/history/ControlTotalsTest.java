package org.kizuna.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ControlTotalsTest {

    private final ControlTotals totals = new ControlTotals();

    @Test
    void sumsByCurrencyAndMeasureAndCountsWhatSomebodyBroke() {
        enter(1, "12.50");
        enter(2, "0.25");
        enter(3, "x2.50");
        assertThat(totals.figures())
                .containsEntry("amount EUR RECEIVED", "12.75")
                .containsEntry("change sets", "3")
                .containsEntry("amounts that are no numbers", "1");
    }

    @Test
    void saysNothingOfBrokenAmountsWhereThereAreNone() {
        enter(1, "12.50");
        assertThat(totals.figures()).doesNotContainKey("amounts that are no numbers");
    }

    private void enter(long changeSet, String amount) {
        JournalEntry entry = new JournalEntry(
                changeSet,
                0,
                Instant.EPOCH,
                "officer",
                "OFFICER",
                "PAGE",
                "ContributionRegister.post",
                null,
                null,
                "LedgerEntry",
                changeSet,
                "E-1",
                Operation.INSERT,
                0L,
                null,
                null);
        totals.count(
                entry,
                List.of(
                        new FieldChange("amount", null, amount),
                        new FieldChange("currency", null, "EUR"),
                        new FieldChange("measure", null, "RECEIVED")));
    }
}
