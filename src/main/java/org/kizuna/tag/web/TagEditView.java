package org.kizuna.tag.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.kizuna.feature.Links;
import org.kizuna.page.web.RecordForm;
import org.kizuna.page.web.Told;
import org.kizuna.search.RecordDirectory;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.RecordRef;
import org.kizuna.tag.TagQueries;
import org.kizuna.tag.TagRegister;
import org.kizuna.tag.TagsDetail;
import org.omnifaces.util.Faces;

/** The tags of a record being chosen. */
@Named
@ViewScoped
public class TagEditView implements Serializable {

    @Inject
    private transient TagQueries queries;

    @Inject
    private transient TagRegister tags;

    @Inject
    private transient RecordDirectory directory;

    private @Nullable RecordRef record;
    private String label = "";
    private long version;
    private RecordForm<TagForm> form = new RecordForm<>(TagForm.class);

    public void load() {
        String kind = String.valueOf(Faces.getRequestParameter("kind"));
        String ref = String.valueOf(Faces.getRequestParameter("ref"));
        RecordRef found = directory.find(kind, ref).orElseThrow(() -> new NoSuchRecord(kind, ref));
        record = found;
        label = queries.label(found).orElseThrow(() -> new NoSuchRecord(kind, ref));
        TagsDetail detail = queries.of(found);
        version = detail.version();
        form = RecordForm.of(TagForm.of(detail.tags()), directory);
    }

    public void save() {
        if (record != null) {
            tags.change(record, version, form.data().data());
            Told.andGo("TagRegister.change", getBack());
        }
    }

    /** Saves over what somebody else saved meanwhile, after both were shown. */
    public void saveOver() {
        if (record != null) {
            version = queries.of(record).version();
            save();
        }
    }

    public void addTag() {
        form.add("tags");
    }

    public long getVersion() {
        return version;
    }

    /** The version that the text on the page rests on: a draft's may be older than the record's. */
    public void setVersion(long value) {
        version = value;
    }

    /** Address of the record's page. */
    public String getBack() {
        return record == null ? "/" : String.valueOf(Links.to(record.kind(), label));
    }

    /** Address of this page. */
    public String getAddress() {
        return record == null ? "/" : "/tag/edit?kind=" + record.kind() + "&ref=" + Links.encoded(label);
    }

    /** What the record is called. */
    public String getLabel() {
        return label;
    }

    public RecordForm<TagForm> getForm() {
        return form;
    }
}
