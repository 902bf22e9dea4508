package org.kizuna.document;

import org.kizuna.shared.WrongState;

/** What is kept of the document is not what was attached, so that it is given to nobody. */
public final class DocumentAltered extends WrongState {

    public DocumentAltered() {
        super(null);
    }
}
