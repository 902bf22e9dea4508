package org.kizuna.tag;

import org.kizuna.shared.WrongState;

/** Somebody else gave the record its first tags at the same moment. */
public final class TaggedMeanwhile extends WrongState {

    TaggedMeanwhile() {
        super(null);
    }
}
