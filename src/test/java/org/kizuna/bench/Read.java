package org.kizuna.bench;

import java.util.ArrayList;
import java.util.List;

/** A page or a REST answer beside the SQL that knows the same, again and again for other records in turns. */
public abstract class Read implements Job {

    /** A server that is in use has run each page's code so often that it is compiled. */
    private static final int IN_USE = 200;

    private static final long IN_USE_ENOUGH = 60_000_000_000L;
    private static final int WARM = 12;

    /** Some rounds at a time, with the other pages in between: a collection or a compilation hits few of them. */
    private static final int PASSES = 5;

    private static final int ROUNDS = 21;
    private static final long ENOUGH = 6_000_000_000L;
    private static final double TIMES = 2;
    private static final double MORE = 15;

    private final String name;
    private final Times applications = new Times();
    private final Times floors = new Times();

    protected Read(String name) {
        this.name = name;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Turn turn() {
        return Turn.READS;
    }

    /** Before the first time. */
    protected void prepare(Site site) throws Exception {}

    protected abstract void application(Site site, int round) throws Exception;

    protected abstract void floor(Floor floor, Site site, int round) throws Exception;

    /** What comes first would else be measured while Java compiles what all pages share. */
    static void useInTurns(List<Job> jobs, Site site) throws Exception {
        List<Read> reads = new ArrayList<>();
        for (Job job : jobs) {
            if (job instanceof Read read) {
                read.prepare(site);
                reads.add(read);
            }
        }
        long begun = System.nanoTime();
        for (int round = 0; round < IN_USE && System.nanoTime() - begun < IN_USE_ENOUGH; round++) {
            for (Read read : reads) {
                read.application(site, round);
            }
        }
        for (int pass = 0; pass < PASSES - 1; pass++) {
            for (Read read : reads) {
                read.pass(site);
            }
        }
    }

    @Override
    public List<Outcome> measure(Site site) throws Exception {
        pass(site);
        return List.of(outcome(name, applications.median(), floors.median()));
    }

    private void pass(Site site) throws Exception {
        long begun = System.nanoTime();
        for (int round = 0; round < WARM && System.nanoTime() - begun < ENOUGH / 2; round++) {
            application(site, round);
            floor(site.floor(), site, round);
        }
        begun = System.nanoTime();
        for (int i = 0; i < ROUNDS && (i < 3 || System.nanoTime() - begun < ENOUGH); i++) {
            int round = WARM + applications.count();
            applications.add(() -> application(site, round));
            floors.add(() -> floor(site.floor(), site, round));
        }
    }

    protected Outcome outcome(String job, double application, double floor) {
        return new Outcome(
                job,
                application,
                floor,
                "ms",
                "≤ 2 × + 15 ms, ≤ 1.3 × S",
                application <= TIMES * floor + MORE,
                true,
                null);
    }

    /** Another record each round. */
    public static int number(int round, int count) {
        return 1 + (int) ((round * 7919L + 13) % count);
    }
}
