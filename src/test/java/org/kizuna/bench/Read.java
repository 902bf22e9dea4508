package org.kizuna.bench;

import java.util.ArrayList;
import java.util.List;

/** A page or a REST answer beside the SQL that knows the same, again and again for other records in turns. */
public abstract class Read implements Job {

    /** A server that is in use has run each page's code so often that it is compiled. */
    private static final int IN_USE = 200;

    private static final long IN_USE_ENOUGH = 4_000_000_000L;
    private static final long ALL_IN_USE_ENOUGH = 60_000_000_000L;
    private static final int WARM = 12;
    private static final int ROUNDS = 21;
    private static final long ENOUGH = 8_000_000_000L;
    private static final double TIMES = 2;
    private static final double MORE = 15;

    private final String name;

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
        for (int round = 0; round < IN_USE && System.nanoTime() - begun < ALL_IN_USE_ENOUGH; round++) {
            for (Read read : reads) {
                read.application(site, round);
            }
        }
    }

    @Override
    public List<Outcome> measure(Site site) throws Exception {
        prepare(site);
        long begun = System.nanoTime();
        for (int round = 0; round < IN_USE && System.nanoTime() - begun < IN_USE_ENOUGH; round++) {
            application(site, round);
        }
        begun = System.nanoTime();
        for (int round = 0; round < WARM && System.nanoTime() - begun < ENOUGH / 2; round++) {
            application(site, round);
            floor(site.floor(), site, round);
        }
        Times application = new Times();
        Times floor = new Times();
        begun = System.nanoTime();
        for (int round = WARM;
                round < WARM + ROUNDS && (round < WARM + 3 || System.nanoTime() - begun < ENOUGH);
                round++) {
            int now = round;
            application.add(() -> application(site, now));
            floor.add(() -> floor(site.floor(), site, now));
        }
        return List.of(outcome(name, application.median(), floor.median()));
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
    protected static int number(int round, int count) {
        return 1 + (int) ((round * 7919L + 13) % count);
    }
}
