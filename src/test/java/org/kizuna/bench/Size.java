package org.kizuna.bench;

/** How large an organisation is made. */
enum Size {
    S(100),
    M(10),
    L(1);

    private final int divisor;

    Size(int divisor) {
        this.divisor = divisor;
    }

    int partners() {
        return 100_000 / divisor;
    }

    int agreements() {
        return 100_000 / divisor;
    }

    int contributions() {
        return 200_000 / divisor;
    }

    int entries() {
        return 1_000_000 / divisor;
    }

    int series() {
        return 5_000 / divisor;
    }

    int events() {
        return 50_000 / divisor;
    }

    /** Changes of records in the journal, at the least. */
    long changes() {
        return 10_000_000L / divisor;
    }
}
