package org.kizuna.document;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Problems;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Text;
import org.kizuna.shared.VersionedEntity;

/** A file attached to a record. What it holds never changes; it can be withdrawn. */
@Entity
public class Document extends VersionedEntity {

    @Embedded
    private RecordRef record;

    @Column(updatable = false)
    private String title;

    @Column(updatable = false)
    private String fileName;

    @Column(updatable = false)
    private String mediaType;

    @Column(updatable = false)
    private long sizeBytes;

    @Column(updatable = false)
    private String sha256;

    private boolean withdrawn;

    @Column(updatable = false)
    private String recordedBy;

    @Column(updatable = false)
    private Instant recordedAt;

    @SuppressWarnings("NullAway.Init")
    protected Document() {}

    Document(RecordRef record, @Nullable String title, Inspected inspected, String recordedBy, Instant recordedAt) {
        Problems problems = new Problems();
        this.record = record;
        this.fileName = problems.required("file", inspected.fileName(), 250);
        String typed = Text.shown(problems.optional("documentTitle", title, 250));
        this.title = typed.isEmpty() ? fileName : typed;
        this.mediaType = inspected.mediaType();
        this.sizeBytes = inspected.size();
        this.sha256 = inspected.sha256();
        this.recordedBy = recordedBy;
        this.recordedAt = recordedAt;
        problems.refuse();
    }

    /** @throws DocumentWithdrawnAlready when it is */
    void withdraw() {
        if (withdrawn) {
            throw new DocumentWithdrawnAlready();
        }
        withdrawn = true;
    }

    @Override
    public String label() {
        return title;
    }

    public RecordRef record() {
        return record;
    }

    public String fileName() {
        return fileName;
    }

    public String mediaType() {
        return mediaType;
    }

    public long sizeBytes() {
        return sizeBytes;
    }

    /** Hexadecimal. */
    public String sha256() {
        return sha256;
    }

    public boolean isWithdrawn() {
        return withdrawn;
    }

    public String recordedBy() {
        return recordedBy;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Document that && id() == that.id() && sha256.equals(that.sha256());
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }
}
