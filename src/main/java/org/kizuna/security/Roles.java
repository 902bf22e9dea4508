package org.kizuna.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The roles there are, and which of them do not go together on one account. */
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

    /** Each is a check on the other two. */
    private static final List<String> CHECKING_EACH_OTHER = List.of(OFFICER, APPROVER, TREASURER);

    /** Stand outside of the work they look at or keep accounts for. */
    private static final List<String> ALONE = List.of(AUDITOR, ADMINISTRATOR);

    /** Every two roles that do not go together on one account, the more telling first. */
    public static final List<Conflict> CONFLICTS = conflicts();

    private Roles() {}

    /** Whether one account may hold these together. */
    static boolean areCompatible(Set<String> roles) {
        return CONFLICTS.stream().noneMatch(conflict -> conflict.isIn(roles));
    }

    private static List<Conflict> conflicts() {
        List<Conflict> conflicts = new ArrayList<>();
        for (int first = 0; first < ALL.size(); first++) {
            for (int second = first + 1; second < ALL.size(); second++) {
                Conflict both = new Conflict(ALL.get(first), ALL.get(second));
                if (CHECKING_EACH_OTHER.containsAll(List.of(both.first, both.second))
                        || ALONE.contains(both.first)
                        || ALONE.contains(both.second)) {
                    conflicts.add(both);
                }
            }
        }
        return List.copyOf(conflicts);
    }

    /** Two roles that do not go together. */
    public record Conflict(String first, String second) {

        public boolean isIn(Set<String> roles) {
            return roles.contains(first) && roles.contains(second);
        }
    }
}
