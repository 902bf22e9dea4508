package org.kizuna.event.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.kizuna.event.EventFeature;
import org.kizuna.event.EventLifecycle;
import org.kizuna.event.EventQueries;
import org.kizuna.event.EventRegister;
import org.kizuna.lifecycle.PossibleSteps;
import org.kizuna.lifecycle.rest.StepCall;
import org.kizuna.lifecycle.rest.StepResource;

/** {@code /events/{reference}/steps}: which steps lead on, and taking one. */
@Path("/events/{reference}/steps")
public class EventStepResource extends StepResource {

    @Inject
    private EventQueries queries;

    @Inject
    private EventRegister register;

    @Inject
    private EventResource records;

    public EventStepResource() {
        super(EventFeature.EVENT, EventLifecycle.STEPS);
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
                Map.entry("confirm", register::confirm),
                Map.entry("open", register::open),
                Map.entry("markHeld", register::markHeld),
                Map.entry("report", register::report),
                Map.entry("postpone", register::postpone),
                Map.entry("planAgain", register::planAgain),
                Map.entry("cancel", register::cancel));
    }
}
