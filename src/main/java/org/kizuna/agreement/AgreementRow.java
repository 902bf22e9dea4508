package org.kizuna.agreement;

import com.ibm.icu.util.Currency;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Money;
import org.kizuna.shared.Reference;

/** One agreement in a list. */
public record AgreementRow(
        long id,
        long version,
        Reference reference,
        AgreementType type,
        String title,
        AgreementStatus status,
        @Nullable Money ceiling,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate plannedEndOn,
        boolean sample,
        Renewing renewing,
        @Nullable Term term,
        List<PartyRow> parties) {

    /** What its terms are reckoned from. */
    public record Renewing(
            Renewal renewal,
            @Nullable Integer months,
            @Nullable Integer noticeDays,
            @Nullable LocalDate actualEndOn) {}

    /** For queries, which read the columns. */
    public AgreementRow(
            Long id,
            Long version,
            Reference reference,
            AgreementType type,
            String title,
            AgreementStatus status,
            @Nullable BigDecimal ceiling,
            @Nullable Currency currency,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate plannedEndOn,
            Boolean sample,
            Renewal renewal,
            @Nullable Integer renewalMonths,
            @Nullable Integer noticeDays,
            @Nullable LocalDate actualEndOn) {
        this(
                id,
                version,
                reference,
                type,
                title,
                status,
                ceiling == null || currency == null ? null : new Money(ceiling, currency),
                startsOn,
                plannedEndOn,
                sample,
                new Renewing(renewal, renewalMonths, noticeDays, actualEndOn),
                null,
                List.of());
    }

    /** In one line. */
    public String partyNames() {
        return parties.stream().map(PartyRow::partnerName).collect(Collectors.joining(" · "));
    }

    /** Its last day as of today: the actual one, or that of the current term. */
    public @Nullable LocalDate endsOn() {
        if (renewing.actualEndOn() != null) {
            return renewing.actualEndOn();
        }
        return term == null ? plannedEndOn : term.endsOn();
    }

    AgreementRow with(List<PartyRow> named, LocalDate today) {
        Term current = status.isOver()
                ? null
                : Term.on(today, startsOn, plannedEndOn, renewing.renewal(), renewing.months(), renewing.noticeDays());
        return new AgreementRow(
                id,
                version,
                reference,
                type,
                title,
                status,
                ceiling,
                startsOn,
                plannedEndOn,
                sample,
                renewing,
                current,
                named);
    }
}
