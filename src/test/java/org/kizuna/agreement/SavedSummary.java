package org.kizuna.agreement;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.partner.Partner;
import org.kizuna.partner.PartnerLookup;

/** Saves an agreement with another summary, as {@link AgreementRegister#change} does. */
public final class SavedSummary {

    private SavedSummary() {}

    /** In the transaction of the caller, who commits it. */
    public static void save(EntityManager entities, String reference, String summary) {
        Agreement agreement = AgreementLookup.find(entities, reference).orElseThrow();
        AgreementData data = data(agreement, summary);
        Agreement parent = data.parent() == null
                ? null
                : AgreementLookup.find(entities, data.parent()).orElseThrow();
        List<@Nullable Partner> partners = new ArrayList<>();
        for (AgreementData.Party party : data.parties()) {
            partners.add(PartnerLookup.find(entities, String.valueOf(party.partner()))
                    .orElseThrow());
        }
        agreement.change(data, parent, partners);
        entities.flush();
    }

    private static AgreementData data(Agreement agreement, String summary) {
        Agreement parent = agreement.parent();
        var currency = agreement.currency();
        return new AgreementData(
                agreement.reference().value(),
                agreement.terms().type(),
                agreement.title(),
                summary,
                parent == null ? null : parent.reference().value(),
                agreement.terms().legallyBinding(),
                agreement.terms().financial(),
                currency == null ? null : currency.getCurrencyCode(),
                agreement.ceiling(),
                agreement.terms().negotiatedOn(),
                agreement.startsOn(),
                agreement.plannedEndOn(),
                agreement.terms().renewal(),
                agreement.terms().renewalMonths(),
                agreement.terms().noticeDays(),
                agreement.isSample(),
                agreement.parties().stream().map(SavedSummary::typed).toList());
    }

    private static AgreementData.Party typed(AgreementParty party) {
        return new AgreementData.Party(
                party.partner().reference().value(), party.role(), party.signatory(), party.signatoryTitle());
    }
}
