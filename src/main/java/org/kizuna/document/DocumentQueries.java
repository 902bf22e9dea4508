package org.kizuna.document;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.kizuna.security.Roles;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.RecordRef;

/** Reads documents. */
@Stateless
@RolesAllowed(Roles.ANYBODY)
public class DocumentQueries {

    private static final String ROW = "select new org.kizuna.document.DocumentRow(d.id, d.record, d.title, d.fileName,"
            + " d.mediaType, d.sizeBytes, d.sha256, d.withdrawn, d.recordedBy, d.recordedAt) from Document d ";

    @PersistenceContext
    private EntityManager entities;

    /** The documents of a record, newest first. */
    public List<DocumentRow> of(RecordRef record) {
        return entities.createQuery(
                        ROW + "where d.record.kind = :kind and d.record.id = :id order by d.id desc", DocumentRow.class)
                .setParameter("kind", record.kind())
                .setParameter("id", record.id())
                .setMaxResults(200)
                .getResultList();
    }

    public Optional<DocumentRow> find(long id) {
        return entities
                .createQuery(ROW + "where d.id = :id", DocumentRow.class)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** What people call a record, of whatever kind it is; nothing where there is none. */
    public Optional<String> label(RecordRef record) {
        return AttachableRecord.label(entities, record);
    }

    /**
     * Writes what the document holds, part by part.
     *
     * @throws NoSuchRecord when it was withdrawn
     */
    public void copy(long id, OutputStream out) throws IOException {
        if (find(id).filter(document -> !document.withdrawn()).isEmpty()) {
            throw new NoSuchRecord("Document", Long.toString(id));
        }
        byte[] bytes = chunk(id, 0);
        for (int number = 1; bytes.length > 0; number++) {
            out.write(bytes);
            bytes = chunk(id, number);
        }
    }

    /** What the document holds, fetched part by part as it is read. */
    public InputStream open(long id) {
        return new InputStream() {
            private int number;
            private ByteArrayInputStream part = new ByteArrayInputStream(chunk(id, 0));

            @Override
            public int read() {
                return fill() ? part.read() : -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                return fill() ? part.read(buffer, offset, length) : -1;
            }

            private boolean fill() {
                if (part.available() == 0) {
                    number++;
                    part = new ByteArrayInputStream(chunk(id, number));
                }
                return part.available() > 0;
            }
        };
    }

    private byte[] chunk(long id, int number) {
        return entities
                .createQuery(
                        "select c.bytes from DocumentChunk c where c.document.id = :id and c.chunkNo = :number",
                        byte[].class)
                .setParameter("id", id)
                .setParameter("number", number)
                .getResultList()
                .stream()
                .findFirst()
                .orElse(new byte[0]);
    }
}
