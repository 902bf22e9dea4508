package org.kizuna.security;

import org.jspecify.annotations.Nullable;
import ua_parser.Client;
import ua_parser.Parser;

/**
 * What people call the program that a session was begun with.
 *
 * @param program as {@code Firefox}; what it says of itself where nobody knows it
 * @param system as {@code Windows}; null where nobody knows it
 */
public record BrowserName(String program, @Nullable String system) {

    private static final String UNKNOWN = "Other";

    /** Made once: its hundreds of patterns take most of a second. */
    private static final Parser KNOWN = new Parser();

    /** @param agent the header {@code User-Agent}, at most a few hundred characters of it: patterns are slow on more */
    public static BrowserName of(String agent) {
        Client client = KNOWN.parse(agent);
        String system = client.os.family;
        return UNKNOWN.equals(client.userAgent.family)
                ? new BrowserName(agent, null)
                : new BrowserName(client.userAgent.family, UNKNOWN.equals(system) ? null : system);
    }
}
