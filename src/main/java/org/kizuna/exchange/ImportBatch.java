package org.kizuna.exchange;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.NamedRecord;
import org.kizuna.shared.Problems;
import org.kizuna.shared.Reference;
import org.kizuna.shared.VersionedEntity;

/** A file of rows that somebody brought to be entered. The file itself is a document attached to it. */
@Entity
public class ImportBatch extends VersionedEntity implements NamedRecord {

    @Column(updatable = false)
    private Reference reference;

    @Column(updatable = false)
    private String format;

    @Column(updatable = false)
    private String fileName;

    @Column(updatable = false)
    private String source;

    private @Nullable Long documentId;

    @Enumerated(EnumType.STRING)
    private ImportStatus status = ImportStatus.PREVIEW;

    private int rowCount;

    @Column(updatable = false)
    private String recordedBy;

    @Column(updatable = false)
    private Instant recordedAt;

    private @Nullable Instant committedAt;

    /** How somebody said it is to be read; null where it is as ours are. */
    private @Nullable String reading;

    @SuppressWarnings("NullAway.Init")
    protected ImportBatch() {}

    ImportBatch(
            Reference reference,
            String format,
            String fileName,
            @Nullable String source,
            String recordedBy,
            Instant recordedAt) {
        Problems problems = new Problems();
        this.reference = reference;
        this.format = format;
        this.fileName = problems.required("file", fileName, 250);
        this.source = problems.required("source", source, 500);
        this.recordedBy = recordedBy;
        this.recordedAt = recordedAt;
        problems.refuse();
    }

    void holds(long document, int rows) {
        documentId = document;
        rowCount = rows;
    }

    void enter(Instant now) {
        requirePreview();
        status = ImportStatus.ENTERED;
        committedAt = now;
    }

    void read(Reading how) {
        requirePreview();
        reading = how.text();
    }

    void requireEntered() {
        require(ImportStatus.ENTERED);
    }

    void takeBack() {
        requireEntered();
        status = ImportStatus.TAKEN_BACK;
    }

    private void require(ImportStatus expected) {
        if (status != expected) {
            throw new ImportIsClosed(reference);
        }
    }

    void discard() {
        requirePreview();
        status = ImportStatus.DISCARDED;
    }

    private void requirePreview() {
        require(ImportStatus.PREVIEW);
    }

    @Override
    public SearchText searchText() {
        return new SearchText(fileName, source, List.of(source));
    }

    @Override
    public Reference reference() {
        return reference;
    }

    public String format() {
        return format;
    }

    public String fileName() {
        return fileName;
    }

    public String source() {
        return source;
    }

    public @Nullable Long documentId() {
        return documentId;
    }

    public ImportStatus status() {
        return status;
    }

    public int rowCount() {
        return rowCount;
    }

    public String recordedBy() {
        return recordedBy;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public @Nullable Instant committedAt() {
        return committedAt;
    }

    Reading reading() {
        return Reading.of(reading);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ImportBatch that && reference().equals(that.reference());
    }

    @Override
    public int hashCode() {
        return reference().hashCode();
    }
}
