package org.kizuna.agreement.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.agreement.AgreementRow;

/**
 * An agreement in a list as REST gives it.
 *
 * @param ceiling decimal, in {@code currency}
 */
public record AgreementItemJson(
        String reference,
        String title,
        String type,
        String status,
        List<AgreementJson.PartyJson> parties,
        @Nullable String currency,
        @Nullable String ceiling,
        @Nullable String startsOn,
        @Nullable String plannedEndOn,
        @Nullable String endsOn,
        boolean sample,
        long version) {

    static AgreementItemJson of(AgreementRow row) {
        return new AgreementItemJson(
                row.reference().value(),
                row.title(),
                row.type().name(),
                row.status().name(),
                row.parties().stream().map(AgreementJson.PartyJson::of).toList(),
                row.ceiling() == null ? null : row.ceiling().currency().getCurrencyCode(),
                row.ceiling() == null ? null : row.ceiling().plain(),
                AgreementJson.text(row.startsOn()),
                AgreementJson.text(row.plannedEndOn()),
                AgreementJson.text(row.endsOn()),
                row.sample(),
                row.version());
    }
}
