package org.kizuna.document;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import org.kizuna.security.Roles;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.paging.KeysetQuery;
import org.kizuna.shared.paging.Page;
import org.kizuna.shared.paging.PageRequest;
import org.kizuna.shared.paging.SortKey;

/** Reads documents. */
@Stateless
@RolesAllowed(Roles.ANYBODY)
public class DocumentQueries {

    private static final Logger LOG = System.getLogger(DocumentQueries.class.getName());

    private static final List<SortKey> ORDERS = List.of(new SortKey("id", "d.id", Long::valueOf, true));

    private static final String VALUES =
            "new org.kizuna.document.DocumentRow(d.id, d.version, d.record, d.title, d.fileName,"
                    + " d.mediaType, d.sizeBytes, d.sha256, d.withdrawn, d.recordedBy, d.recordedAt)";

    private static final String ROW = "select " + VALUES + " from Document d ";

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

    /** The same in pages, those included that were withdrawn. */
    public Page<DocumentRow> page(RecordRef record, PageRequest request) {
        PageRequest newest = new PageRequest("-id", request.limit(), request.after(), request.before());
        return new KeysetQuery<DocumentRow>(entities, VALUES, "Document d", "d")
                .filter("d.record.kind = :kind", "kind", record.kind())
                .filter("d.record.id = :id", "id", record.id())
                .page(newest, ORDERS);
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
     * Writes what the document holds, part by part, and the last part only when all of it is what was attached.
     *
     * @throws NoSuchRecord when it was withdrawn
     * @throws DocumentDiffers when it is something else by now
     */
    public void copy(long id, OutputStream out) throws IOException {
        DocumentRow document = find(id).filter(row -> !row.withdrawn())
                .orElseThrow(() -> new NoSuchRecord(DocumentFeature.DOCUMENT, Long.toString(id)));
        try (InputStream in = checked(document)) {
            in.transferTo(out);
        }
    }

    /**
     * What the document holds, fetched part by part as it is read. Reading throws {@link DocumentDiffers} before the
     * last part when it is not what was attached.
     */
    public InputStream open(long id) {
        return find(id).map(this::checked).orElseGet(InputStream::nullInputStream);
    }

    /** The same as it is kept now, for those who find out what it should be. */
    public InputStream openUnchecked(long id) {
        return new KeptBytes(number -> chunk(id, number), digest -> {});
    }

    private InputStream checked(DocumentRow document) {
        return new KeptBytes(number -> chunk(document.id(), number), digest -> {
            if (!digest.equals(document.sha256())) {
                LOG.log(Level.ERROR, "Document {0} is not what was attached", Long.toString(document.id()));
                throw new DocumentDiffers(document.id());
            }
        });
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
