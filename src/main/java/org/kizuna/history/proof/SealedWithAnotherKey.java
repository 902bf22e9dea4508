package org.kizuna.history.proof;

import jakarta.ejb.ApplicationException;

/** Another server seals the same journal with a key of its own, or this one lost its key. Nothing is sealed until somebody looks. */
@ApplicationException
public final class SealedWithAnotherKey extends IllegalStateException {

    SealedWithAnotherKey(String theirs, String own) {
        super("The newest seal is of the key " + theirs + ", this server's is " + own + "; nothing is sealed."
                + " All servers need the same file seal.key. If the key was changed on purpose, set"
                + " kizuna.seal.key.follows to the old key's id.");
    }
}
