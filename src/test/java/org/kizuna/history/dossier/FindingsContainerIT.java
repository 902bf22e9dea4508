package org.kizuna.history.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kizuna.history.JournalEntry;
import org.kizuna.history.Operation;

@ArquillianTest
class FindingsContainerIT {

    private final Findings findings = new Findings();

    @Test
    void aRowThatCanBeReadIsLeftAsItIs() {
        JournalEntry row = row("{\"amount\":\"12.50\",\"currency\":\"JPY\"}");
        assertThat(findings.readable(row)).isSameAs(row);
        assertThat(findings.lines()).isEmpty();
    }

    @Test
    void aRowThatCannotBeReadIsNamedAndEmptied() {
        for (String after : List.of(
                "", "{", "[]", "{\"amount\":\"12.50\"", "{\"amount\":\"l2.50\"}", "{\"amount\":\"1\",}", "\u0000")) {
            Findings one = new Findings();
            JournalEntry readable = one.readable(row(after));
            assertThat(one.lines())
                    .as(after)
                    .containsExactly("{\"changeSet\":17,\"finding\":\"not readable\",\"position\":2}");
            assertThat(readable.fields()).isEmpty();
            assertThat(readable.reference()).isEqualTo("LE-1");
        }
    }

    @Test
    void whatIsFoundTwiceIsSaidOnce() {
        findings.missing(4);
        findings.altered(4);
        findings.missing(4);
        assertThat(findings.lines())
                .containsExactly(
                        "{\"changeSet\":4,\"finding\":\"sealed, but no longer in the journal\"}",
                        "{\"changeSet\":4,\"finding\":\"not what was sealed\"}");
    }

    private static JournalEntry row(@Nullable String after) {
        return new JournalEntry(
                17,
                2,
                Instant.EPOCH,
                "officer",
                "OFFICER",
                "PAGE",
                "ContributionRegister.post",
                null,
                null,
                "LedgerEntry",
                1,
                "LE-1",
                Operation.INSERT,
                null,
                null,
                after);
    }
}
