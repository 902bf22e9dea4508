package org.kizuna.document;

import java.io.IOException;

/** What is kept of a document is not what was attached: somebody altered it behind the register's back. */
public final class DocumentDiffers extends IOException {

    DocumentDiffers(long id) {
        super("Document " + id + " is not what was attached");
    }
}
