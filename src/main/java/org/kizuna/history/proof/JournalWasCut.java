package org.kizuna.history.proof;

import jakarta.ejb.ApplicationException;

/** The sealed journal is not what it was when this server last signed it. Nothing is sealed until somebody looks. */
@ApplicationException
public final class JournalWasCut extends IllegalStateException {

    JournalWasCut(long size) {
        super("The journal no longer begins with the " + size + " change sets that were sealed last; nothing is sealed."
                + " If an older backup was restored on purpose, remove the file seal.key.head.");
    }
}
