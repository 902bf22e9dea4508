package org.kizuna.bench;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that falls the same way each time for the same record, whatever was asked about others before. */
final class Chance {

    private static final long SEED = 0x6b697a756e61L;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;

    private Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    static Chance of(String kind, long number) {
        return new Chance(SEED + kind.hashCode() * SPREAD + number * 0xD1B54A32D192ED03L);
    }

    /** From 0, below the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    boolean percent(int of) {
        return below(100) < of;
    }

    <T> T one(List<T> of) {
        return of.get(below(of.size()));
    }

    /** Small numbers come more often: a few give much, many give little. */
    int skewed(int bound) {
        double share = random.nextDouble();
        return (int) (share * share * share * bound);
    }
}
