package org.kizuna.document.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.kizuna.document.DocumentQueries;
import org.kizuna.document.DocumentRegister;
import org.kizuna.feature.Links;
import org.kizuna.page.web.Told;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Problems;
import org.kizuna.shared.RecordRef;
import org.omnifaces.util.Faces;

/** Attaches a file to a record. */
@Named
@ViewScoped
public class AttachView implements Serializable {

    @Inject
    private transient DocumentRegister documents;

    @Inject
    private transient DocumentQueries queries;

    private @Nullable RecordRef record;
    private String label = "";
    private @Nullable String documentTitle;
    private transient @Nullable Part file;

    public void load() {
        String kind = String.valueOf(Faces.getRequestParameter("kind"));
        String id = String.valueOf(Faces.getRequestParameter("id"));
        if (!id.matches("\\d{1,18}") || Links.to(kind, id) == null) {
            throw new NoSuchRecord(kind, id);
        }
        record = new RecordRef(kind, Long.parseLong(id));
        label = queries.label(record).orElseThrow(() -> new NoSuchRecord(kind, id));
    }

    public void attach() {
        Part sent = file;
        Problems problems = new Problems();
        problems.required("file", sent);
        problems.refuse();
        if (sent != null && record != null) {
            documents.attach(record, documentTitle, new SentFile(sent));
            Told.andGo("DocumentRegister.attach", getBack());
        }
    }

    public String getBack() {
        return record == null ? "/" : String.valueOf(Links.to(record.kind(), label));
    }

    public String getLabel() {
        return label;
    }

    public @Nullable String getDocumentTitle() {
        return documentTitle;
    }

    public void setDocumentTitle(@Nullable String title) {
        documentTitle = title;
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part part) {
        file = part;
    }
}
