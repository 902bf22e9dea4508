package org.kizuna.shared.web;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names under which this server may be asked: a foreign one would be written into addresses and kept by caches. */
final class KnownHosts {

    /** An address of IPv6 stands in brackets, or its last part would be taken for a port [RFC 3986, 3.2.2]. */
    private static final Pattern HOST_AND_PORT = Pattern.compile("(\\[[^\\]]*]|[^:@/\\[\\]]*)(?::\\d{0,5})?");

    private final Set<String> names;

    /** @param names without ports, in any case */
    KnownHosts(Set<String> names) {
        Set<String> known = new HashSet<>(Set.of("localhost", "127.0.0.1", "::1"));
        names.forEach(name -> known.add(plain(name)));
        this.names = Set.copyOf(known);
    }

    /**
     * @param bound the address that the server listens on; those of all of the machine's interfaces when it is any
     * @param further names of a proxy before it, separated by commas, or null
     */
    static KnownHosts of(String bound, @Nullable String further) {
        Set<String> names = new HashSet<>();
        names.add(bound);
        if (further != null) {
            Arrays.stream(further.split("[,\\s]+", -1))
                    .filter(name -> !name.isBlank())
                    .forEach(names::add);
        }
        try {
            InetAddress address = InetAddress.getByName(bound);
            if (address.isAnyLocalAddress()) {
                names.addAll(ofThisMachine());
            } else {
                names.add(address.getHostAddress());
            }
        } catch (UnknownHostException | SocketException e) {
            // the name that was given is all there is
            return new KnownHosts(names);
        }
        return new KnownHosts(names);
    }

    private static Set<String> ofThisMachine() throws SocketException, UnknownHostException {
        Set<String> names = new HashSet<>();
        for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            network.inetAddresses().map(InetAddress::getHostAddress).forEach(names::add);
        }
        InetAddress own = InetAddress.getLocalHost();
        names.add(own.getHostName());
        names.add(own.getCanonicalHostName());
        return names;
    }

    /** @param header the Host header, with or without a port */
    boolean knows(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return false;
        }
        Matcher parts = HOST_AND_PORT.matcher(header.strip());
        return parts.matches() && names.contains(plain(parts.group(1)));
    }

    private static String plain(String name) {
        String host = name.strip().toLowerCase(Locale.ROOT);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        int zone = host.indexOf('%');
        host = zone < 0 ? host : host.substring(0, zone);
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }
}
