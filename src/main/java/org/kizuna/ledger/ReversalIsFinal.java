package org.kizuna.ledger;

import org.kizuna.shared.WrongState;

/** A reversal is not taken back; what it took back is entered anew. */
public final class ReversalIsFinal extends WrongState {

    ReversalIsFinal() {
        super(null);
    }
}
