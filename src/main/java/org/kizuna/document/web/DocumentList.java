package org.kizuna.document.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kizuna.document.DocumentQueries;
import org.kizuna.document.DocumentRow;
import org.kizuna.shared.RecordRef;

/** The documents of the record on the page. */
@Named
@RequestScoped
public class DocumentList {

    @Inject
    private DocumentQueries queries;

    private final Map<RecordRef, List<DocumentRow>> known = new HashMap<>();

    public List<DocumentRow> of(String kind, long id) {
        return known.computeIfAbsent(new RecordRef(kind, id), queries::of);
    }
}
