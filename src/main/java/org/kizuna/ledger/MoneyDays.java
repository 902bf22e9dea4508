package org.kizuna.ledger;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kizuna.agreement.Agreement;
import org.kizuna.rate.ExchangeRate;
import org.kizuna.shared.Problems;

/** Which days money can be of, which are asked about, and how old a rate may be without a word. */
final class MoneyDays {

    /** Older rates are asked about: the United Nations publish theirs each month, and some days late. */
    static final int RATE_DAYS = 40;

    private static final int EARLIEST = 1900;
    private static final int EARLIEST_USUAL = 1945;
    private static final int LATEST_YEARS = 100;
    private static final int LATEST_USUAL_YEARS = 50;

    private MoneyDays() {}

    /** Refuses days that are typing errors, and asks about those that may be. */
    static void check(Problems problems, Problems asked, String field, @Nullable LocalDate day, LocalDate today) {
        if (day == null) {
            return;
        }
        int latest = today.getYear() + LATEST_YEARS;
        if (day.getYear() < EARLIEST || day.getYear() > latest) {
            problems.add(field, "moneyOutOfTime", Integer.toString(EARLIEST), Integer.toString(latest));
        } else if (day.getYear() < EARLIEST_USUAL || day.getYear() > today.getYear() + LATEST_USUAL_YEARS) {
            asked.ask(field, "unusualDate", day);
        }
    }

    /** Asks about money that is dated before there was an agreement; a pledge usually is. */
    static void askBeforeAgreement(Problems problems, LocalDate day, @Nullable LocalDate begins) {
        if (begins != null && day.isBefore(begins)) {
            problems.ask("valueDate", "beforeAgreement", begins);
        }
    }

    /** The first day that an agreement names for itself, signed, in force or begun; null where it names none. */
    static @Nullable LocalDate begins(@Nullable Agreement agreement) {
        return agreement == null
                ? null
                : Stream.of(agreement.signedOn(), agreement.inForceOn(), agreement.startsOn())
                        .filter(Objects::nonNull)
                        .min(LocalDate::compareTo)
                        .orElse(null);
    }

    static boolean isOld(LocalDate rate, LocalDate day) {
        return ChronoUnit.DAYS.between(rate, day) > RATE_DAYS;
    }

    /** Asks about a rate that was published long before the day. */
    static void askStaleRate(Problems problems, LocalDate day, ExchangeRate rate) {
        if (isOld(rate.effectiveOn(), day)) {
            long days = ChronoUnit.DAYS.between(rate.effectiveOn(), day);
            problems.ask(
                    "valueDate",
                    "staleRate",
                    rate.currency().getCurrencyCode(),
                    rate.perUsd().stripTrailingZeros().toPlainString(),
                    rate.effectiveOn(),
                    Long.toString(days));
        }
    }
}
