package org.kizuna.security.rest;

import org.kizuna.shared.WrongState;

/** The same request is being carried out at this moment. */
public final class PostedMeanwhile extends WrongState {

    PostedMeanwhile() {
        super("Idempotency-Key");
    }
}
