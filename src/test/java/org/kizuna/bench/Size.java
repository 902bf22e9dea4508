package org.kizuna.bench;

/** How large an organisation is made. */
public enum Size {
    S(100, 8, 60),
    M(10, 14, 300),
    L(1, 25, 300);

    private final int divisor;
    private final int minutes;
    private final int usersSeconds;

    Size(int divisor, int minutes, int usersSeconds) {
        this.divisor = divisor;
        this.minutes = minutes;
        this.usersSeconds = usersSeconds;
    }

    /** No job begins when so many minutes are over since the filling began. */
    int minutes() {
        return minutes;
    }

    /** How long three hundred use it at once, where nothing else is wished. */
    public int usersSeconds() {
        return Integer.getInteger("kizuna.bench.users.seconds", usersSeconds);
    }

    /** So many seconds a job goes on that would otherwise take as long as it takes. */
    public int enoughSeconds() {
        return this == S ? 15 : 40;
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
