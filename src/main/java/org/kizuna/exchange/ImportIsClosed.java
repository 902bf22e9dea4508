package org.kizuna.exchange;

import org.kizuna.shared.Reference;
import org.kizuna.shared.WrongState;

/** The import has been entered or discarded. */
public final class ImportIsClosed extends WrongState {

    ImportIsClosed(Reference reference) {
        super(null, reference.value());
    }
}
