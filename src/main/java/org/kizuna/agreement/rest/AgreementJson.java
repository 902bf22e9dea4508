package org.kizuna.agreement.rest;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.agreement.AgreementData;
import org.kizuna.agreement.AgreementDetail;
import org.kizuna.agreement.PartyRow;
import org.kizuna.agreement.Term;
import org.kizuna.lifecycle.rest.StepTakenJson;

/**
 * One agreement as REST gives it.
 *
 * @param ceiling decimal, in {@code currency}
 * @param parent reference
 */
public record AgreementJson(
        String reference,
        String title,
        String type,
        String status,
        List<PartyJson> parties,
        long version,
        @Nullable String currency,
        @Nullable String ceiling,
        @Nullable String startsOn,
        @Nullable String plannedEndOn,
        boolean sample,
        @Nullable String summary,
        @Nullable String parent,
        @Nullable Boolean legallyBinding,
        @Nullable Boolean financial,
        @Nullable String negotiatedOn,
        @Nullable String renewal,
        @Nullable Integer renewalMonths,
        @Nullable Integer noticeDays,
        @Nullable String clearedOn,
        @Nullable String clearedBy,
        @Nullable String signedOn,
        @Nullable String inForceOn,
        @Nullable String actualEndOn,
        @Nullable TermJson term,
        @Nullable String recordedBy,
        @Nullable String recordedAt,
        List<StepTakenJson> steps) {

    static AgreementJson of(AgreementDetail agreement) {
        AgreementData data = agreement.data();
        return new AgreementJson(
                agreement.reference().value(),
                String.valueOf(data.title()),
                String.valueOf(data.type()),
                agreement.status().name(),
                agreement.parties().stream().map(PartyJson::of).toList(),
                agreement.version(),
                data.currency(),
                agreement.ceiling() == null ? null : agreement.ceiling().plain(),
                text(data.startsOn()),
                text(data.plannedEndOn()),
                data.sample(),
                data.summary(),
                data.parent(),
                data.legallyBinding(),
                data.financial(),
                text(data.negotiatedOn()),
                String.valueOf(data.renewal()),
                data.renewalMonths(),
                data.noticeDays(),
                text(agreement.clearedOn()),
                agreement.clearedBy(),
                text(agreement.signedOn()),
                text(agreement.inForceOn()),
                text(agreement.actualEndOn()),
                agreement.term() == null ? null : TermJson.of(agreement.term()),
                agreement.recordedBy(),
                agreement.recordedAt().toString(),
                agreement.steps().stream().map(StepTakenJson::of).toList());
    }

    static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    /** The term that runs today. */
    public record TermJson(
            String endsOn, int renewals, @Nullable String noticeBy, boolean noticePassed) {

        static TermJson of(Term term) {
            return new TermJson(term.endsOn().toString(), term.renewals(), text(term.noticeBy()), term.noticePassed());
        }
    }

    /** A party. */
    public record PartyJson(
            String partner,
            String partnerName,
            String role,
            @Nullable String signatory,
            @Nullable String signatoryTitle,
            @Nullable String signedOn) {

        static PartyJson of(PartyRow party) {
            return new PartyJson(
                    party.partner().value(),
                    party.partnerName(),
                    party.role().name(),
                    party.signatory(),
                    party.signatoryTitle(),
                    text(party.signedOn()));
        }
    }
}
