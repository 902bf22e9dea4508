package org.kizuna.partner.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.kizuna.lifecycle.PossibleSteps;
import org.kizuna.lifecycle.rest.StepCall;
import org.kizuna.lifecycle.rest.StepResource;
import org.kizuna.partner.PartnerFeature;
import org.kizuna.partner.PartnerLifecycle;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.partner.PartnerRegister;

/** {@code /partners/{reference}/steps}: which steps lead on, and taking one. */
@Path("/partners/{reference}/steps")
public class PartnerStepResource extends StepResource {

    @Inject
    private PartnerQueries queries;

    @Inject
    private PartnerRegister register;

    @Inject
    private PartnerResource records;

    public PartnerStepResource() {
        super(PartnerFeature.PARTNER, PartnerLifecycle.STEPS);
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
                Map.entry("beginDueDiligence", register::beginDueDiligence),
                Map.entry("approve", register::approve),
                Map.entry("reopen", register::reopen),
                Map.entry("suspend", register::suspend),
                Map.entry("block", register::block),
                Map.entry("liftBlock", register::liftBlock),
                Map.entry("retire", register::retire));
    }
}
