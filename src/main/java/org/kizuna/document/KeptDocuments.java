package org.kizuna.document;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import org.kizuna.shared.KeptFiles;

/** Documents, for those who can't see this room. */
@Dependent
class KeptDocuments implements KeptFiles {

    @Inject
    private DocumentQueries documents;

    @Override
    public String kind() {
        return Document.class.getSimpleName();
    }

    @Override
    public boolean keeps(long id) {
        return documents.find(id).filter(document -> !document.withdrawn()).isPresent();
    }

    @Override
    public void copy(long id, OutputStream out) throws IOException {
        documents.copy(id, out);
    }
}
