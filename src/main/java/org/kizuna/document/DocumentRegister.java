package org.kizuna.document;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kizuna.security.Caller;
import org.kizuna.security.Register;
import org.kizuna.security.Roles;
import org.kizuna.shared.ActionContext;
import org.kizuna.shared.JournalNote;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Problems;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.StaleVersion;
import org.kizuna.shared.Time;

/** The door through which files are attached to records. */
@Stateless
@Register
public class DocumentRegister {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ActionContext intents;

    @Inject
    private Clock clock;

    @Inject
    private Event<JournalNote> noted;

    /**
     * Attaches a file, read in parts.
     *
     * @param title left empty, the file's name
     * @return id of the document
     */
    @RolesAllowed(Roles.OFFICER)
    public long attach(RecordRef record, @Nullable String title, Content content) {
        if (AttachableRecord.label(entities, record).isEmpty()) {
            throw new NoSuchRecord(record.kind(), Long.toString(record.id()));
        }
        try {
            Document document = new Document(record, title, Inspected.of(content), Caller.name(), Time.now(clock));
            entities.persist(document);
            entities.flush();
            try (InputStream in = content.open()) {
                store(document, in);
            }
            return document.id();
        } catch (IOException e) {
            throw new DocumentUnreadable();
        }
    }

    /**
     * Notes that somebody takes the document away.
     *
     * @throws NoSuchRecord when it was withdrawn
     */
    @RolesAllowed(Roles.ANYBODY)
    public void take(long id) {
        Document document = entities.find(Document.class, id);
        if (document == null || document.isWithdrawn()) {
            throw new NoSuchRecord(DocumentFeature.DOCUMENT, Long.toString(id));
        }
        noted.fire(new JournalNote(Map.of("document", id, "sha256", document.sha256())));
    }

    /**
     * Notes that somebody was not given the document, since what is kept of it is not what was attached.
     *
     * @throws NoSuchRecord when there is none
     */
    @RolesAllowed(Roles.ANYBODY)
    public void refuseAltered(long id) {
        Document document = entities.find(Document.class, id);
        if (document == null) {
            throw new NoSuchRecord(DocumentFeature.DOCUMENT, Long.toString(id));
        }
        noted.fire(new JournalNote(Map.of("document", id, "sha256", document.sha256())));
    }

    private void store(Document document, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(DocumentChunk.SIZE);
        for (int number = 0; bytes.length > 0; number++) {
            DocumentChunk chunk = new DocumentChunk(document, number, bytes);
            entities.persist(chunk);
            entities.flush();
            entities.detach(chunk);
            bytes = in.readNBytes(DocumentChunk.SIZE);
        }
    }

    /**
     * The document is kept and marked, and given to nobody any more; its hash still proves what it was.
     *
     * @param version at which it was looked at
     * @throws NoSuchRecord when there is none
     * @throws StaleVersion when it has moved on since
     * @throws DocumentWithdrawnAlready when somebody did before
     */
    @RolesAllowed(Roles.OFFICER)
    public void withdraw(long id, long version, @Nullable String reason) {
        Problems problems = new Problems();
        String why = problems.requiredLines("reason", reason, 2000);
        problems.refuse();
        Document document = entities.find(Document.class, id);
        if (document == null) {
            throw new NoSuchRecord(DocumentFeature.DOCUMENT, Long.toString(id));
        }
        StaleVersion.check(document, version);
        intents.because(why);
        document.withdraw();
    }
}
