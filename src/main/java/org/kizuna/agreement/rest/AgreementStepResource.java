package org.kizuna.agreement.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.kizuna.agreement.AgreementFeature;
import org.kizuna.agreement.AgreementLifecycle;
import org.kizuna.agreement.AgreementQueries;
import org.kizuna.agreement.AgreementRegister;
import org.kizuna.lifecycle.PossibleSteps;
import org.kizuna.lifecycle.rest.StepCall;
import org.kizuna.lifecycle.rest.StepResource;

/** {@code /agreements/{reference}/steps}: which steps lead on, and taking one. */
@Path("/agreements/{reference}/steps")
public class AgreementStepResource extends StepResource {

    @Inject
    private AgreementQueries queries;

    @Inject
    private AgreementRegister register;

    @Inject
    private AgreementResource records;

    public AgreementStepResource() {
        super(AgreementFeature.AGREEMENT, AgreementLifecycle.STEPS);
    }

    @Override
    protected Optional<PossibleSteps> steps(String reference) {
        return queries.possibleSteps(reference);
    }

    @Override
    protected Response record(String reference) {
        return records.one(reference);
    }

    @Override
    protected Map<String, StepCall> calls() {
        return Map.ofEntries(
                Map.entry("sendForReview", register::sendForReview),
                Map.entry("clear", register::clear),
                Map.entry("returnToDraft", register::returnToDraft),
                Map.entry("sendForSignature", register::sendForSignature),
                Map.entry("sign", register::sign),
                Map.entry("bringIntoForce", register::bringIntoForce),
                Map.entry("suspend", register::suspend),
                Map.entry("resume", register::resume),
                Map.entry("end", register::end),
                Map.entry("terminate", register::terminate),
                Map.entry("cancel", register::cancel));
    }
}
