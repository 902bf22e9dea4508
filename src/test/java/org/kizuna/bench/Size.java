package org.kizuna.bench;

/** How large an organisation is made. */
public enum Size {
    S(100),
    M(10),
    L(1);

    private final int divisor;

    Size(int divisor) {
        this.divisor = divisor;
    }

    public int partners() {
        return 100_000 / divisor;
    }

    public int agreements() {
        return 100_000 / divisor;
    }

    public int contributions() {
        return 200_000 / divisor;
    }

    public int entries() {
        return 1_000_000 / divisor;
    }

    public int series() {
        return 5_000 / divisor;
    }

    public int events() {
        return 50_000 / divisor;
    }

    /** Changes of records in the journal, at the least. */
    public long changes() {
        return 10_000_000L / divisor;
    }
}
