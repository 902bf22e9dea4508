package org.kizuna.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kizuna.samples.Case;

class TermTest {

    @ParameterizedTest
    @CsvSource({
        // start, first end, months, notice, today, end, renewals, notice by
        "2025-03-15,2027-03-15,12,180,2026-11-30,2027-03-15,0,2026-09-16",
        "2023-08-28,2025-08-28,12,60,2026-11-30,2027-08-28,2,2027-06-29",
        "2023-08-28,2025-08-28,12,60,2025-08-28,2025-08-28,0,2025-06-29",
        "2023-08-28,2025-08-28,12,60,2025-08-29,2026-08-28,1,2026-06-29",
        // ends on the last day of a month, whatever its length
        "2024-01-01,2024-01-31,1,0,2024-02-10,2024-02-29,1,2024-02-29",
        "2024-01-01,2024-01-31,1,0,2024-03-10,2024-03-31,2,2024-03-31",
        "2023-03-01,2024-02-29,12,0,2024-03-01,2025-02-28,1,2025-02-28",
        "2025-03-01,2026-02-28,12,0,2027-12-31,2028-02-29,2,2028-02-29",
        // from a leap day
        "2024-02-29,2025-02-28,12,0,2027-06-01,2028-02-29,3,2028-02-29",
        ",2024-02-29,12,0,2027-06-01,2028-02-29,4,2028-02-29",
        ",2024-02-29,12,0,2025-02-01,2025-02-28,1,2025-02-28",
        ",2024-01-31,1,0,2024-02-01,2024-02-29,1,2024-02-29",
        ",2024-01-31,1,0,2024-03-31,2024-03-31,2,2024-03-31"
    })
    void movesOnWithEachRenewal(
            @Nullable LocalDate start,
            LocalDate firstEnd,
            int months,
            int notice,
            LocalDate today,
            LocalDate end,
            int renewals,
            LocalDate noticeBy) {
        Term term = Objects.requireNonNull(Term.on(today, start, firstEnd, Renewal.TACIT, months, notice));
        assertThat(term.endsOn()).isEqualTo(end);
        assertThat(term.renewals()).isEqualTo(renewals);
        assertThat(term.noticeBy()).isEqualTo(noticeBy);
        assertThat(term.noticePassed()).isEqualTo(today.isAfter(noticeBy));
    }

    @Test
    void oneThatDoesNotRenewItselfKeepsItsEnd() {
        LocalDate end = LocalDate.of(2020, 1, 1);
        for (Renewal renewal : List.of(Renewal.NONE, Renewal.EXPRESS)) {
            assertThat(Term.on(LocalDate.of(2026, 1, 1), null, end, renewal, 12, 60))
                    .isEqualTo(new Term(end, 0, null, false));
        }
        assertThat(Term.on(end, null, null, Renewal.TACIT, 12, 60)).isNull();
    }

    @Test
    void anyDayLiesInExactlyOneTerm() {
        Random random = new Random(4711);
        for (int i = 0; i < 5000; i++) {
            LocalDate start = LocalDate.of(1990, 1, 1).plusDays(random.nextInt(12_000));
            LocalDate firstEnd = start.plusDays(1 + random.nextInt(2000));
            int months = 1 + random.nextInt(36);
            LocalDate today = firstEnd.plusDays(random.nextInt(8000) - 500);
            LocalDate known = random.nextBoolean() ? start : null;
            Term term = Objects.requireNonNull(Term.on(today, known, firstEnd, Renewal.TACIT, months, 10));
            assertThat(term.endsOn()).isAfterOrEqualTo(today);
            if (term.renewals() > 0) {
                Term before = Objects.requireNonNull(Term.on(
                        term.endsOn().minusMonths(months).minusDays(3), known, firstEnd, Renewal.TACIT, months, 10));
                assertThat(before.endsOn()).isBefore(today);
                assertThat(before.renewals()).isEqualTo(term.renewals() - 1);
                LocalDate next = before.endsOn().plusDays(1);
                assertThat(Term.on(next, known, firstEnd, Renewal.TACIT, months, 10))
                        .isEqualTo(new Term(
                                term.endsOn(),
                                term.renewals(),
                                term.noticeBy(),
                                next.isAfter(Objects.requireNonNull(term.noticeBy()))));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2024-08-28,2025-08-28,1,365,true",
        "2024-08-28,2025-08-28,12,365,true",
        "2024-08-28,2025-08-28,12,364,false",
        "2024-08-28,2025-08-28,12,180,false",
        "2024-08-28,2025-08-28,1,27,false",
        "2024-08-28,2025-08-28,1,28,true",
        ",2025-08-28,24,700,false",
        "2025-06-01,2025-08-28,24,90,true"
    })
    void knowsNoticeThatCanNeverBeGiven(
            @Nullable LocalDate start, LocalDate firstEnd, int months, int notice, boolean tooLong) {
        assertThat(Term.isNoticeTooLong(start, firstEnd, months, notice)).isEqualTo(tooLong);
    }

    @Test
    void answersTheCase() {
        LocalDate today = LocalDate.of(2026, 11, 30);
        List<JsonObject> rows = Json.createReader(new StringReader(Case.text("agreement-tacit.json")))
                .readArray()
                .getValuesAs(JsonObject.class);
        assertThat(term(rows.get(0), today))
                .isEqualTo(new Term(LocalDate.of(2027, 3, 15), 0, LocalDate.of(2026, 9, 16), true));
        assertThat(term(rows.get(1), today))
                .isEqualTo(new Term(LocalDate.of(2027, 8, 28), 2, LocalDate.of(2027, 6, 29), false));
        JsonObject third = rows.get(2);
        assertThat(Term.isNoticeTooLong(
                        LocalDate.parse(third.getString("startsOn")),
                        LocalDate.parse(third.getString("plannedEndOn")),
                        third.getInt("renewalMonths"),
                        third.getInt("noticeDays")))
                .isTrue();
    }

    private static @Nullable Term term(JsonObject row, LocalDate today) {
        return Term.on(
                today,
                LocalDate.parse(row.getString("startsOn")),
                LocalDate.parse(row.getString("plannedEndOn")),
                Renewal.valueOf(row.getString("renewal")),
                row.getInt("renewalMonths"),
                row.getInt("noticeDays"));
    }
}
