package org.kizuna.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.lifecycle.StepTaken;
import org.kizuna.shared.Money;
import org.kizuna.shared.Reference;

/**
 * Everything about one agreement.
 *
 * @param data what a user said, in the form in which it is changed
 * @param parentTitle title of the agreement it stands under
 * @param term the one that runs today; null where none runs any more, or no end is planned
 */
public record AgreementDetail(
        long id,
        long version,
        Reference reference,
        AgreementStatus status,
        AgreementData data,
        @Nullable Money ceiling,
        @Nullable String parentTitle,
        List<PartyRow> parties,
        @Nullable LocalDate clearedOn,
        @Nullable String clearedBy,
        @Nullable String submittedBy,
        @Nullable LocalDate signedOn,
        @Nullable LocalDate inForceOn,
        @Nullable LocalDate actualEndOn,
        @Nullable Term term,
        String recordedBy,
        Instant recordedAt,
        List<StepTaken> steps) {

    static AgreementDetail of(Agreement agreement, LocalDate today) {
        Agreement parent = agreement.parent();
        Money ceiling = agreement.ceiling() == null || agreement.currency() == null
                ? null
                : new Money(agreement.ceiling(), agreement.currency());
        return new AgreementDetail(
                agreement.id(),
                agreement.version(),
                agreement.reference(),
                agreement.status(),
                data(agreement, ceiling),
                ceiling,
                parent == null ? null : parent.title(),
                parties(agreement),
                agreement.clearedOn(),
                agreement.clearedBy(),
                agreement.submittedBy(),
                agreement.signedOn(),
                agreement.inForceOn(),
                agreement.actualEndOn(),
                agreement.term(today),
                agreement.recordedBy(),
                agreement.recordedAt(),
                List.copyOf(agreement.steps()));
    }

    private static AgreementData data(Agreement agreement, @Nullable Money ceiling) {
        Agreement parent = agreement.parent();
        return new AgreementData(
                agreement.reference().value(),
                agreement.terms().type(),
                agreement.title(),
                agreement.summary(),
                parent == null ? null : parent.reference().value(),
                agreement.terms().legallyBinding(),
                agreement.terms().financial(),
                agreement.currency() == null ? null : agreement.currency().getCurrencyCode(),
                ceiling == null ? null : ceiling.amount(),
                agreement.terms().negotiatedOn(),
                agreement.startsOn(),
                agreement.plannedEndOn(),
                agreement.terms().renewal(),
                agreement.terms().renewalMonths(),
                agreement.terms().noticeDays(),
                agreement.isSample(),
                agreement.parties().stream()
                        .map(party -> new AgreementData.Party(
                                party.partner().reference().value(),
                                party.role(),
                                party.signatory(),
                                party.signatoryTitle()))
                        .toList());
    }

    private static List<PartyRow> parties(Agreement agreement) {
        return agreement.parties().stream()
                .map(party -> new PartyRow(
                        agreement.id(),
                        party.partner().reference(),
                        party.partner().legalName(),
                        party.role(),
                        party.signatory(),
                        party.signatoryTitle(),
                        party.signedOn()))
                .toList();
    }
}
