package org.kizuna.history.proof;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** {@code /health/sealing}: down when what is journaled is not sealed. People can work meanwhile, so it is not readiness. */
@Named("sealing")
@ApplicationScoped
class SealingHealth implements HealthCheck {

    @Inject
    private SealingWatch watch;

    @SuppressWarnings("NullAway.Init")
    SealingHealth() {}

    @Override
    public HealthCheckResponse call() {
        SealingWatch.State state = watch.state();
        return HealthCheckResponse.named("sealing")
                .status(state.isGood())
                .withData("oldestUnsealedSeconds", state.age().toSeconds())
                .withData("behindKeptHead", state.cut())
                .withData("otherKey", state.foreign())
                .withData("clockBehindSeconds", state.clockBehind().toSeconds())
                .withData("sealedThoughOdd", state.findings())
                .build();
    }
}
