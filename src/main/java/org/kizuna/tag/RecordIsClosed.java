package org.kizuna.tag;

import org.kizuna.shared.WrongState;

/** Nothing of a closed record changes any more, nor do its tags. */
public final class RecordIsClosed extends WrongState {

    RecordIsClosed(String reference) {
        super(null, reference);
    }
}
