package org.kizuna.shared.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is refused of a request before anybody reads it, by its head alone. Answers are the codes of RFC 9110; 0 lets it
 * through.
 */
final class RequestRules {

    /** Bytes of a form, or of JSON. */
    static final long LARGEST_BODY = 1L << 20;

    /** Bytes of a file, with the form around it. */
    static final long LARGEST_UPLOAD = 50L << 20;

    /** Characters of an address with its query, and of all headers together. */
    static final int LONGEST_ADDRESS = 1 << 16;

    static final int LONGEST_HEADERS = 1 << 17;

    static final int MALFORMED = 400;
    static final int FORBIDDEN = 403;
    static final int NOT_ALLOWED = 405;
    private static final int LENGTH_REQUIRED = 411;
    private static final int TOO_LARGE = 413;
    private static final int NOT_FOUND = 404;
    private static final int ADDRESS_TOO_LONG = 414;
    private static final int UNSUPPORTED = 415;
    private static final int MISDIRECTED = 421;
    private static final int HEADERS_TOO_LONG = 431;

    /** What programs ask for, and the pages' own scripts for drafts. */
    private static final List<String> OF_PROGRAMS = List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");

    /** What forms and links ask for. */
    private static final List<String> OF_PAGES = List.of("GET", "HEAD", "POST");

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** The pages that take files, as they and as their files are addressed. */
    private static final Pattern UPLOADS = Pattern.compile("/(?:document/attach|exchange/upload)(?:\\.xhtml)?");

    /** Where programs send a file, as it is. */
    private static final Pattern UPLOADS_OF_PROGRAMS = Pattern.compile("/api/v1/(?:documents|imports)");

    /** What the application keeps to itself. */
    private static final Pattern INSIDE = Pattern.compile("(?i)/+(?:WEB|META)-INF(?:/|$)");

    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\";\\s]*)\"?");

    private final KnownHosts hosts;

    RequestRules(KnownHosts hosts) {
        this.hosts = hosts;
    }

    /** What the head of a request says. */
    record Head(String method, String path, UnaryOperator<@Nullable String> headers) {

        @Nullable
        String header(String name) {
            return headers.apply(name);
        }

        boolean isRest() {
            return path.startsWith("/api/");
        }

        private boolean hasBody() {
            String length = header("Content-Length");
            return header("Transfer-Encoding") != null || (length != null && !"0".equals(length.strip()));
        }

        boolean uploads() {
            String type = String.valueOf(header("Content-Type")).toLowerCase(Locale.ROOT);
            return isRest()
                    ? is("application/octet-stream", type)
                            && UPLOADS_OF_PROGRAMS.matcher(path).matches()
                    : type.startsWith("multipart/form-data")
                            && UPLOADS.matcher(path).matches();
        }

        long largestBody() {
            return uploads() ? LARGEST_UPLOAD : LARGEST_BODY;
        }
    }

    /** What may be asked for at an address, as the Allow header has it. */
    static String allowed(String path) {
        return String.join(", ", methods(path));
    }

    private static List<String> methods(String path) {
        return path.startsWith("/api/") || "/drafts".equals(path) ? OF_PROGRAMS : OF_PAGES;
    }

    /** The same by lengths alone, in characters. */
    static int checkLengths(long address, long headers) {
        if (address > LONGEST_ADDRESS) {
            return ADDRESS_TOO_LONG;
        }
        return headers > LONGEST_HEADERS ? HEADERS_TOO_LONG : 0;
    }

    int check(Head head) {
        if (head.path().chars().anyMatch(Character::isISOControl)) {
            return MALFORMED;
        }
        if (INSIDE.matcher(head.path()).lookingAt()) {
            return NOT_FOUND;
        }
        if (!HeaderSyntax.areTypes(Objects.requireNonNullElse(head.header("Accept"), ""))) {
            return MALFORMED;
        }
        if (!methods(head.path()).contains(head.method())) {
            return NOT_ALLOWED;
        }
        boolean health = "/health".equals(head.path()) || head.path().startsWith("/health/");
        if (!health && !hosts.knows(head.header("Host"))) {
            return MISDIRECTED;
        }
        if (!READING.contains(head.method()) && isForeign(head)) {
            return FORBIDDEN;
        }
        return checkBody(head);
    }

    /** Whether a browser sends it for a page of somebody else. */
    private static boolean isForeign(Head head) {
        String site = head.header("Sec-Fetch-Site");
        if (site != null && !"same-origin".equals(site) && !"none".equals(site)) {
            return true;
        }
        String origin = head.header("Origin");
        return origin != null && head.isRest() && !isOrigin(origin, String.valueOf(head.header("Host")));
    }

    /** Whether the origin is this host; by which protocol cannot be said behind a proxy that speaks TLS. */
    private static boolean isOrigin(String origin, String host) {
        String wanted = host.toLowerCase(Locale.ROOT);
        String given = origin.toLowerCase(Locale.ROOT);
        for (String scheme : new String[] {"http://", "https://"}) {
            String port = "http://".equals(scheme) ? ":80" : ":443";
            if (given.startsWith(scheme)
                    && bare(given.substring(scheme.length()), port).equals(bare(wanted, port))) {
                return true;
            }
        }
        return false;
    }

    private static String bare(String authority, String port) {
        return authority.endsWith(port) ? authority.substring(0, authority.length() - port.length()) : authority;
    }

    private static int checkBody(Head head) {
        if (!head.hasBody()) {
            return 0;
        }
        String length = head.header("Content-Length");
        if (length == null && !head.isRest()) {
            return LENGTH_REQUIRED;
        }
        if (length != null && isLonger(length.strip(), head.largestBody())) {
            return TOO_LARGE;
        }
        String encoding = head.header("Content-Encoding");
        if (encoding != null && !"identity".equalsIgnoreCase(encoding.strip())) {
            return UNSUPPORTED;
        }
        String type = head.header("Content-Type");
        if (type == null) {
            return UNSUPPORTED;
        }
        if (!HeaderSyntax.isType(type)) {
            return MALFORMED;
        }
        Matcher charset = CHARSET.matcher(type);
        if (charset.find() && !"utf-8".equalsIgnoreCase(charset.group(1))) {
            return UNSUPPORTED;
        }
        return head.isRest() && !is("application/json", type) && !head.uploads() ? UNSUPPORTED : 0;
    }

    private static boolean isLonger(String length, long most) {
        return !length.matches("\\d{1,18}") || Long.parseLong(length) > most;
    }

    private static boolean is(String wanted, String type) {
        return wanted.equalsIgnoreCase(type.split(";", 2)[0].strip());
    }
}
