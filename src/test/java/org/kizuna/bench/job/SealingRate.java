package org.kizuna.bench.job;

import java.time.Duration;
import java.util.List;
import org.kizuna.bench.Floor;
import org.kizuna.bench.Job;
import org.kizuna.bench.Outcome;
import org.kizuna.bench.Site;

/**
 * How fast what is journaled is sealed, when all at once there is more than usual, beside how fast one connection can
 * commit such change sets one by one: sealing keeps pace when it is faster.
 */
public final class SealingRate implements Job {

    private static final int ONE_BY_ONE = 300;
    private static final double NANOS = 1_000_000_000;

    @Override
    public String name() {
        return "sealing";
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(3);
    }

    @Override
    public List<Outcome> measure(Site site) throws Exception {
        Floor floor = site.floor();
        int backlog = 200 * site.size().enoughSeconds();
        long begun = System.nanoTime();
        for (int i = 0; i < ONE_BY_ONE; i++) {
            floor.together(() -> Backlog.append(floor, 1));
        }
        double committed = ONE_BY_ONE / ((System.nanoTime() - begun) / NANOS);
        Backlog sealed = Backlog.sealed(floor, backlog);
        return List.of(
                Outcome.share("sealing of " + backlog + " change sets at once", sealed.rate(), committed, 1, "/s"),
                Outcome.told("sealing, from the commit until the last is sealed", sealed.seconds(), null, "s"));
    }
}
