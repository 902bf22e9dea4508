package org.kizuna.testing;

import org.kizuna.agreement.AgreementData;
import org.kizuna.agreement.AgreementDetail;
import org.kizuna.agreement.AgreementQueries;
import org.kizuna.agreement.AgreementRegister;
import org.kizuna.lifecycle.StepData;
import org.kizuna.samples.Some;
import org.kizuna.shared.Reference;

/** Takes an agreement from its draft to its signatures, each step by whom it is for. */
public final class Signing {

    private Signing() {}

    public static Reference signed(AgreementRegister register, AgreementQueries queries, AgreementData data)
            throws Exception {
        Reference agreement = As.officer(() -> {
            Reference drafted = register.draft(data);
            register.sendForReview(drafted, detail(queries, drafted).version(), StepData.NONE);
            return drafted;
        });
        As.approver(() -> {
            register.clear(agreement, detail(queries, agreement).version(), StepData.NONE);
            return true;
        });
        return As.officer(() -> {
            register.sendForSignature(agreement, detail(queries, agreement).version(), StepData.NONE);
            AgreementDetail sent = detail(queries, agreement);
            register.sign(
                    agreement,
                    sent.version(),
                    StepData.signed(
                            sent.parties().stream().map(party -> Some.DAY).toList()));
            return agreement;
        });
    }

    private static AgreementDetail detail(AgreementQueries queries, Reference agreement) {
        return queries.find(agreement.value()).orElseThrow();
    }
}
