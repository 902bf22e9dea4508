package org.kizuna.document;

import org.kizuna.shared.WrongState;

/** Somebody has withdrawn the document before. */
public final class DocumentWithdrawnAlready extends WrongState {

    DocumentWithdrawnAlready() {
        super(null);
    }
}
