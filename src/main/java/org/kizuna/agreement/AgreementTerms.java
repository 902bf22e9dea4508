package org.kizuna.agreement;

import com.ibm.icu.util.Currency;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Currencies;
import org.kizuna.shared.Problems;
import org.kizuna.shared.Terms;

/**
 * What the parties of an agreement agreed, but for who they are: valid or not built, and replaced whole.
 *
 * @param ceiling the most that can be committed, in the currency
 * @param renewalMonths by which it renews itself, one to 600
 * @param noticeDays before the end of a term, none to 3650
 */
@Terms
@Embeddable
public record AgreementTerms(
        @Enumerated(EnumType.STRING) AgreementType type,
        String title,
        boolean legallyBinding,
        boolean financial,
        @Nullable Currency currency,
        @Nullable BigDecimal ceiling,
        @Nullable LocalDate negotiatedOn,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate plannedEndOn,
        @Enumerated(EnumType.STRING) Renewal renewal,
        @Nullable Integer renewalMonths,
        @Nullable Integer noticeDays) {

    private static final int MOST_MONTHS = 600;
    private static final int MOST_DAYS = 3650;

    /**
     * The terms as typed, or null with problems noted.
     *
     * @param recordedOn the day that counts where the data name none
     */
    static @Nullable AgreementTerms typed(AgreementData data, LocalDate recordedOn, Problems problems) {
        int before = problems.found().size();
        String title = problems.required("title", data.title(), 300);
        AgreementType type = data.type();
        problems.required("type", type);
        Currency currency = currency(data, recordedOn, problems);
        requireCeiling(data.ceiling(), currency, problems);
        problems.inOrder("plannedEndOn", data.startsOn(), data.plannedEndOn());
        problems.inOrder("plannedEndOn", data.negotiatedOn(), data.plannedEndOn());
        requireRenewal(data, problems);
        if (type == null || problems.found().size() > before) {
            return null;
        }
        AgreementTerms terms = new AgreementTerms(
                type,
                title,
                data.legallyBinding() == null ? type.usuallyBinding() : data.legallyBinding(),
                data.financial() == null ? type.usuallyFinancial() : data.financial(),
                currency,
                data.ceiling(),
                data.negotiatedOn(),
                data.startsOn(),
                data.plannedEndOn(),
                data.renewal() == null ? Renewal.NONE : data.renewal(),
                data.renewalMonths(),
                data.noticeDays());
        terms.askAboutNotice(problems);
        return terms;
    }

    private static @Nullable Currency currency(AgreementData data, LocalDate recordedOn, Problems problems) {
        Currency currency = Currencies.typed(problems, "currency", data.currency());
        LocalDate from = data.startsOn() == null ? data.negotiatedOn() : data.startsOn();
        Currencies.requireAlive(problems, "currency", currency, from == null ? recordedOn : from);
        return currency;
    }

    private static void requireCeiling(@Nullable BigDecimal ceiling, @Nullable Currency currency, Problems problems) {
        if (ceiling != null) {
            if (ceiling.signum() <= 0) {
                problems.add("ceiling", "notPositive");
            }
            problems.amount("ceiling", ceiling, currency);
        }
    }

    private static void requireRenewal(AgreementData data, Problems problems) {
        Integer months = data.renewalMonths();
        Integer days = data.noticeDays();
        if (data.renewal() == Renewal.TACIT) {
            problems.required("renewalMonths", months);
            problems.required("noticeDays", days);
            problems.required("plannedEndOn", data.plannedEndOn());
        }
        if (months != null && (months < 1 || months > MOST_MONTHS)) {
            problems.add("renewalMonths", "outOfRange", 1, MOST_MONTHS);
        }
        if (days != null && (days < 0 || days > MOST_DAYS)) {
            problems.add("noticeDays", "outOfRange", 0, MOST_DAYS);
        }
    }

    private void askAboutNotice(Problems problems) {
        if (renewal == Renewal.TACIT
                && plannedEndOn != null
                && renewalMonths != null
                && noticeDays != null
                && Term.isNoticeTooLong(startsOn, plannedEndOn, renewalMonths, noticeDays)) {
            problems.ask("noticeDays", "noticeLongerThanTerm", noticeDays);
        }
    }

    /** The term that runs on a day; null where no end is planned. */
    @Nullable
    Term term(LocalDate day) {
        return Term.on(day, startsOn, plannedEndOn, renewal, renewalMonths, noticeDays);
    }
}
