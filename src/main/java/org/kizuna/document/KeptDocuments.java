package org.kizuna.document;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.kizuna.shared.KeptFiles;

/** Documents, for those who can't see this room: withdrawn ones too, as they know when it was withdrawn. */
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
        return documents.find(id).isPresent();
    }

    @Override
    public void copy(long id, OutputStream out) throws IOException {
        try (InputStream in = documents.openUnchecked(id)) {
            in.transferTo(out);
        }
    }
}
