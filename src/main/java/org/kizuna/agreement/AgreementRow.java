package org.kizuna.agreement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
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
        List<PartyRow> parties) {

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
            Boolean sample) {
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
                List.of());
    }

    /** In one line. */
    public String partyNames() {
        return parties.stream().map(PartyRow::partnerName).collect(Collectors.joining(" · "));
    }

    AgreementRow with(List<PartyRow> named) {
        return new AgreementRow(
                id, version, reference, type, title, status, ceiling, startsOn, plannedEndOn, sample, named);
    }
}
