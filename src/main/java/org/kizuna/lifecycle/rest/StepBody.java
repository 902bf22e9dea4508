package org.kizuna.lifecycle.rest;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kizuna.lifecycle.Asked;
import org.kizuna.lifecycle.Step;
import org.kizuna.lifecycle.StepData;
import org.kizuna.shared.rest.Body;

/** Reads what a request says of a step: {@code on}, {@code effectiveOn}, {@code reason}, {@code authority}, {@code signatures}. */
public final class StepBody {

    private StepBody() {}

    /** @param body may be empty where the step asks nothing */
    public static StepData read(@Nullable String body, Step<?, ?> step) {
        return read(Body.of(body == null || body.isBlank() ? "{}" : body), step.asks());
    }

    private static StepData read(Body json, Set<Asked> asks) {
        List<StepData.Signature> signatures =
                asks.contains(Asked.SIGNATURES) ? json.list("signatures", StepBody::signature) : List.of();
        StepData data = new StepData(
                json.date("on"), json.date("effectiveOn"), json.text("reason"), json.text("authority"), signatures);
        json.refuseProblems();
        return data;
    }

    private static StepData.Signature signature(Body json) {
        String party = json.text("party");
        if (party == null) {
            json.problem("party", "required");
        }
        return new StepData.Signature(party, json.date("on"));
    }
}
