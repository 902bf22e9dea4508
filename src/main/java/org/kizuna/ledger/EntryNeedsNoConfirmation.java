package org.kizuna.ledger;

import org.kizuna.shared.Reference;
import org.kizuna.shared.WrongState;

/** Only money that arrived is confirmed. */
public final class EntryNeedsNoConfirmation extends WrongState {

    EntryNeedsNoConfirmation(Reference entry) {
        super(null, entry.value());
    }
}
