package org.kizuna.bench;

import java.time.Duration;
import java.util.List;

/** Something people or programs do, measured beside its floor. A class in {@code org.kizuna.bench.job} is found. */
public interface Job {

    /** What the table says; of one turn, jobs stand in the order of their names. */
    String name();

    /** Who comes when: what only reads is first, as what writes makes the organisation larger. */
    default Turn turn() {
        return Turn.WRITES;
    }

    /** After so long it is given up, and the others go on. */
    default Duration patience() {
        return Duration.ofSeconds(150);
    }

    /**
     * Measures.
     *
     * @return one line of the table or several
     */
    List<Outcome> measure(Site site) throws Exception;

    /** In which part of the run a job stands. */
    enum Turn {
        READS,
        USERS,
        WRITES,
        IMPORTS
    }
}
