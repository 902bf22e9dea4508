package org.kizuna.bench.job;

import java.time.Duration;
import java.util.List;
import org.kizuna.agreement.SavedSummary;
import org.kizuna.bench.Job;
import org.kizuna.bench.Outcome;
import org.kizuna.bench.OwnPersistence;
import org.kizuna.bench.Site;
import org.kizuna.bench.Times;

/**
 * A save of an agreement through the application's own entities, in turns with the journal that hangs on them and
 * without. What sealing adds is what the server's sealer takes for a change set when it has many.
 */
public final class SaveBothWays implements Job {

    private static final String ACTION = "AgreementRegister.change";
    private static final int WARM = 200;
    private static final int ROUNDS = 300;
    private static final int SEALED_AT_ONCE = 5000;
    private static final double SHARE = 0.4;
    private static final double MILLIS = 1000;

    @Override
    public String name() {
        return "save an agreement: journal and seal";
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(4);
    }

    @Override
    public List<Outcome> measure(Site site) throws Exception {
        List<Integer> drafts = Drafts.of(site.floor(), ROUNDS);
        Times with = new Times();
        Times without = new Times();
        try (OwnPersistence journaled = site.persistence(true);
                OwnPersistence plain = site.persistence(false)) {
            List<Way> ways = List.of(new Way(journaled, with), new Way(plain, without));
            for (int round = 0; round < WARM + ROUNDS; round++) {
                String reference = Site.reference("A", drafts.get(round % drafts.size()));
                // who begins has to fetch the agreement's pages
                ways.get(round % 2).save(reference, "Saved first in round " + round, round >= WARM);
                ways.get((round + 1) % 2).save(reference, "Saved then in round " + round, round >= WARM);
            }
        }
        double seal = MILLIS / Backlog.sealed(site.floor(), SEALED_AT_ONCE).rate();
        double share = (with.median() - without.median() + seal) / without.median();
        String what = "save an agreement: ";
        return List.of(
                Outcome.told(
                        what + "in the application's entities, with the journal and without",
                        with.median(),
                        without.median(),
                        "ms"),
                Outcome.told(what + "sealing of its change set, among many", seal, null, "ms"),
                Outcome.atMost(name() + ", beside the save without them", share * 100, SHARE * 100, "%"));
    }

    /** With the journal or without. */
    private record Way(OwnPersistence persistence, Times times) {

        void save(String reference, String summary, boolean counts) throws Exception {
            (counts ? times : new Times())
                    .add(() -> persistence.transaction(
                            ACTION, entities -> SavedSummary.save(entities, reference, summary)));
        }
    }
}
