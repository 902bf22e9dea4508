package org.kizuna.history.publish;

import java.io.IOException;

/** Somewhere outside that keeps heads. */
interface PublicationTarget {

    /** What auditors know it by: no password, at most 200 characters. */
    String name();

    static String shortened(String name) {
        return name.substring(0, Math.min(name.length(), 200));
    }

    /** @throws IOException when it did not arrive; the message says why */
    void take(SentHead head) throws IOException;
}
