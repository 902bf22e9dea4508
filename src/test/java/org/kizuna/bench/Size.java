package org.kizuna.bench;

/** How large an organisation is made. */
public enum Size {
    S(100, 8, 60, 30, 30),
    M(10, 14, 120, 120, 180),
    L(1, 34, 300, 300, 300);

    private final int divisor;
    private final int minutes;
    private final int usersSeconds;
    private final int importSeconds;
    private final int daySeconds;

    Size(int divisor, int minutes, int usersSeconds, int importSeconds, int daySeconds) {
        this.divisor = divisor;
        this.minutes = minutes;
        this.usersSeconds = usersSeconds;
        this.importSeconds = importSeconds;
        this.daySeconds = daySeconds;
    }

    /** No job begins when so many minutes are over since the filling began. */
    int minutes() {
        return minutes;
    }

    /** How long three hundred use it at once, where nothing else is wished. */
    public int usersSeconds() {
        return Integer.getInteger("kizuna.bench.users.seconds", usersSeconds);
    }

    /** So long statements are entered of one kind, where there are more. */
    public int importSeconds() {
        return importSeconds;
    }

    /** So long a day of use may take. */
    public int daySeconds() {
        return daySeconds;
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

    /** Partners' parts in events, at the least. */
    public int participations() {
        return 2_000_000 / divisor;
    }

    /** Changes of records in the journal, at the least. */
    public long changes() {
        return 10_000_000L / divisor;
    }
}
