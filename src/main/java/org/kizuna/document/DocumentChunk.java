package org.kizuna.document;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.hibernate.annotations.Immutable;
import org.kizuna.shared.JournaledRecord;
import org.kizuna.shared.SequenceId;

/** A part of what a document holds. Parts keep memory small on the way in and out. */
@Entity
@Immutable
@SuppressWarnings("UnusedVariable") // read by queries
public class DocumentChunk implements JournaledRecord {

    /** Length of every part but the last one. */
    static final int SIZE = 1 << 20;

    @Id
    @SequenceId
    private long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Document document;

    private int chunkNo;
    private byte[] bytes;

    @SuppressWarnings("NullAway.Init")
    protected DocumentChunk() {}

    DocumentChunk(Document document, int chunkNo, byte[] bytes) {
        this.document = document;
        this.chunkNo = chunkNo;
        this.bytes = bytes.clone();
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public String label() {
        return document.label() + " " + chunkNo;
    }
}
