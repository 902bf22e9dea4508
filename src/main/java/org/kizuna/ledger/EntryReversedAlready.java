package org.kizuna.ledger;

import org.kizuna.shared.WrongState;

/** An entry is taken back once. */
public final class EntryReversedAlready extends WrongState {

    EntryReversedAlready() {
        super(null);
    }
}
