package org.kizuna.document;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.kizuna.feature.Feature;
import org.kizuna.feature.RecordKind;

/** What attached files tell of themselves. */
@ApplicationScoped
public class DocumentFeature implements Feature {

    /** As the journal calls an attached file. */
    public static final String DOCUMENT = "Document";

    @Override
    public String name() {
        return "document";
    }

    @Override
    public List<RecordKind> kinds() {
        return List.of(RecordKind.named(DOCUMENT));
    }
}
