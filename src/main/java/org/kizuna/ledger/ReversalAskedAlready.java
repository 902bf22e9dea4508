package org.kizuna.ledger;

import org.kizuna.shared.WrongState;

/** Somebody has asked already to take the entry back, and nobody has answered. */
public final class ReversalAskedAlready extends WrongState {

    ReversalAskedAlready() {
        super(null);
    }
}
