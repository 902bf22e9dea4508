package org.kizuna.contribution;

/** How far a donor binds money to a purpose [IATI codelist EarmarkingCategory]. */
public enum Earmarking {
    UNEARMARKED("1"),
    SOFTLY_EARMARKED("2"),
    EARMARKED("3"),
    TIGHTLY_EARMARKED("4");

    private final String code;

    Earmarking(String code) {
        this.code = code;
    }

    /** The codelist's code. */
    public String code() {
        return code;
    }
}
