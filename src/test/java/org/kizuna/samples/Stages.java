package org.kizuna.samples;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.agreement.AgreementData;
import org.kizuna.agreement.AgreementDetail;
import org.kizuna.agreement.AgreementQueries;
import org.kizuna.agreement.AgreementRegister;
import org.kizuna.lifecycle.StepData;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.partner.PartnerRegister;
import org.kizuna.shared.Reference;
import org.kizuna.testing.As;

/** Brings records to the stage of their lives a test needs them at, by those whose work that is. */
public final class Stages {

    private final PartnerRegister partners;
    private final PartnerQueries partnerQueries;
    private final AgreementRegister agreements;
    private final AgreementQueries agreementQueries;

    public Stages(
            PartnerRegister partners,
            PartnerQueries partnerQueries,
            AgreementRegister agreements,
            AgreementQueries agreementQueries) {
        this.partners = partners;
        this.partnerQueries = partnerQueries;
        this.agreements = agreements;
        this.agreementQueries = agreementQueries;
    }

    public Reference company() throws Exception {
        return As.officer(() -> partners.register(Some.company()));
    }

    public Reference ministry() throws Exception {
        return As.officer(() -> partners.register(Some.ministry()));
    }

    public void block(Reference partner) throws Exception {
        As.officer(() -> {
            partners.beginDueDiligence(partner, partnerVersion(partner), StepData.NONE);
            return true;
        });
        As.approver(() -> {
            partners.block(partner, partnerVersion(partner), StepData.because("on a sanctions list"));
            return true;
        });
    }

    private long partnerVersion(Reference partner) {
        return partnerQueries.find(partner.value()).orElseThrow().version();
    }

    public AgreementDetail agreement(Reference agreement) throws Exception {
        return As.manager(() -> agreementQueries.find(agreement.value())).orElseThrow();
    }

    public Reference inReview(AgreementData data) throws Exception {
        Reference agreement = As.officer(() -> agreements.draft(data));
        As.officer(() -> {
            agreements.sendForReview(agreement, agreement(agreement).version(), StepData.NONE);
            return true;
        });
        return agreement;
    }

    public Reference cleared(AgreementData data) throws Exception {
        Reference agreement = inReview(data);
        As.approver(() -> {
            agreements.clear(agreement, agreement(agreement).version(), StepData.NONE);
            return true;
        });
        return agreement;
    }

    public Reference awaitingSignature(AgreementData data) throws Exception {
        Reference agreement = cleared(data);
        As.officer(() -> {
            agreements.sendForSignature(agreement, agreement(agreement).version(), StepData.NONE);
            return true;
        });
        return agreement;
    }

    /** By every party on the same day. */
    public Reference signed(AgreementData data) throws Exception {
        Reference agreement = awaitingSignature(data);
        As.officer(() -> {
            List<@Nullable LocalDate> days = new ArrayList<>();
            data.parties().forEach(party -> days.add(Some.DAY));
            agreements.sign(agreement, agreement(agreement).version(), StepData.signed(days));
            return true;
        });
        return agreement;
    }

    public Reference inForce(AgreementData data) throws Exception {
        Reference agreement = signed(data);
        As.officer(() -> {
            agreements.bringIntoForce(agreement, agreement(agreement).version(), StepData.on(Some.DAY));
            return true;
        });
        return agreement;
    }
}
