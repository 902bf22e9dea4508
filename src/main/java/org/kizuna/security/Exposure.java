package org.kizuna.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.microprofile.config.ConfigProvider;

/** Whether somebody on another machine can reach the server: it listens beyond loopback, or stands behind a proxy. */
final class Exposure {

    private Exposure() {}

    static boolean isBeyondThisMachine() {
        boolean named = ConfigProvider.getConfig()
                .getOptionalValue("kizuna.hosts", String.class)
                .isPresent();
        return named || !isLoopback(System.getProperty("jboss.bind.address", "127.0.0.1"));
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
