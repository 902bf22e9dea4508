package org.kizuna.ledger;

import org.kizuna.shared.WrongState;

/** Somebody has confirmed this entry. */
public final class EntryConfirmedAlready extends WrongState {

    EntryConfirmedAlready() {
        super(null);
    }
}
