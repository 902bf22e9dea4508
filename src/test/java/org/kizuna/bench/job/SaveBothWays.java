package org.kizuna.bench.job;

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
    public List<Outcome> measure(Site site) throws Exception {
        List<Integer> drafts = Drafts.of(site.floor(), ROUNDS);
        Times with = new Times();
        Times without = new Times();
        try (OwnPersistence journaled = site.persistence(true);
                OwnPersistence plain = site.persistence(false)) {
            for (int round = 0; round < WARM + ROUNDS; round++) {
                String reference = Site.reference("A", drafts.get(round % drafts.size()));
                boolean counts = round >= WARM;
                boolean turned = round % 2 == 1;
                save(turned ? journaled : plain, reference, round, counts ? turned ? with : without : new Times());
                save(turned ? plain : journaled, reference, -round, counts ? turned ? without : with : new Times());
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

    private static void save(OwnPersistence persistence, String reference, int round, Times times) throws Exception {
        times.add(() -> persistence.transaction(
                ACTION, entities -> SavedSummary.save(entities, reference, "Saved in round " + round)));
    }
}
