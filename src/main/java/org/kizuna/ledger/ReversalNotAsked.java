package org.kizuna.ledger;

import org.kizuna.shared.WrongState;

/** Nobody asks to take the entry back. */
public final class ReversalNotAsked extends WrongState {

    ReversalNotAsked() {
        super(null);
    }
}
