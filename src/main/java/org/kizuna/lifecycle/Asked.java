package org.kizuna.lifecycle;

/** What a step cannot be taken without. */
public enum Asked {
    /** The day on which it happened. */
    ON("on"),
    REASON("reason"),
    /** The day on which each party signed. */
    SIGNATURES("signatures");

    private final String member;

    Asked(String member) {
        this.member = member;
    }

    /** Its name in a request's body. */
    public String member() {
        return member;
    }
}
