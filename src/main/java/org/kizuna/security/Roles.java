package org.kizuna.security;

import java.util.List;
import java.util.Set;

/** The roles there are, and which of them one person may not use on the same record. */
public final class Roles {

    /** Records partners, agreements, money and events. */
    public static final String OFFICER = "OFFICER";
    /** Clears what officers recorded; never own work. */
    public static final String APPROVER = "APPROVER";
    /** Confirms receipts; never own entries. */
    public static final String TREASURER = "TREASURER";
    /** Reads, and watches the dashboards. */
    public static final String MANAGER = "MANAGER";
    /** Reads everything including history, exports it, writes nothing. */
    public static final String AUDITOR = "AUDITOR";
    /** Keeps accounts, codes and rates; writes no business. */
    public static final String ADMINISTRATOR = "ADMINISTRATOR";
    /** Anybody who has signed in. */
    public static final String ANYBODY = "**";

    public static final List<String> ALL = List.of(OFFICER, APPROVER, TREASURER, MANAGER, AUDITOR, ADMINISTRATOR);

    private static final Set<String> WRITING = Set.of(OFFICER, APPROVER, TREASURER, ADMINISTRATOR);

    private Roles() {}

    /** An auditor writes nothing, so holds no role that writes. */
    static boolean areCompatible(Set<String> roles) {
        return !roles.contains(AUDITOR) || roles.stream().noneMatch(WRITING::contains);
    }
}
