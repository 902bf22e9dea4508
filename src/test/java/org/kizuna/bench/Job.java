package org.kizuna.bench;

import java.util.List;

/** Something people or programs do, measured beside its floor. A class in {@code org.kizuna.bench.job} is found. */
public interface Job {

    /** What the table says; jobs stand in the order of their names. */
    String name();

    /**
     * Measures.
     *
     * @return one line of the table or several
     */
    List<Outcome> measure(Site site) throws Exception;
}
