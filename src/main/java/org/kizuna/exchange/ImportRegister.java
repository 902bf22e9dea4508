package org.kizuna.exchange;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kizuna.contribution.ContributionRegister;
import org.kizuna.contribution.Instrument;
import org.kizuna.contribution.StatedEntry;
import org.kizuna.document.Content;
import org.kizuna.document.DocumentRegister;
import org.kizuna.document.DocumentUnreadable;
import org.kizuna.partner.OrganisationType;
import org.kizuna.partner.PartnerData;
import org.kizuna.partner.PartnerRegister;
import org.kizuna.search.KnownName;
import org.kizuna.security.Caller;
import org.kizuna.security.Register;
import org.kizuna.security.Roles;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Numbers;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Reference;
import org.kizuna.shared.StaleVersion;
import org.kizuna.shared.Time;

/** The door through which files of rows are brought and entered. A file is entered whole or not at all. */
@Stateless
@Register
public class ImportRegister {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ImportQueries queries;

    @Inject
    private PartnerRegister partners;

    @Inject
    private ContributionRegister contributions;

    @Inject
    private DocumentRegister documents;

    @Inject
    private Numbers numbers;

    @Inject
    private Clock clock;

    /**
     * Takes a statement of contributions in, to be looked at before it is entered.
     *
     * @param source who says what it says
     */
    @RolesAllowed(Roles.OFFICER)
    public Reference bring(@Nullable String source, Content content) {
        ImportBatch batch = new ImportBatch(
                numbers.next("IM"),
                ContributionStatement.FORMAT,
                content.fileName(),
                source,
                Caller.name(),
                Time.now(clock));
        entities.persist(batch);
        entities.flush();
        long document = documents.attach(new RecordRef("ImportBatch", batch.id()), null, content);
        batch.holds(document, count(content));
        entities.flush();
        return batch.reference();
    }

    private static int count(Content content) {
        try (InputStream in = content.open()) {
            return StatementReader.read(in).rows().size();
        } catch (IOException e) {
            throw new DocumentUnreadable();
        }
    }

    /** Enters every row: partners that are not known yet are registered, and each figure becomes a ledger entry. */
    @RolesAllowed(Roles.OFFICER)
    public void enter(Reference reference, long version) {
        awaitOthers();
        ImportBatch batch = find(reference);
        StaleVersion.check(batch, version);
        batch.enter(Time.now(clock));
        entities.flush();
        Preview preview = queries.preview(queries.find(reference.value()).orElseThrow());
        if (!preview.canBeEntered()) {
            throw new ImportHasErrors(preview.errors());
        }
        Map<String, Reference> donors = donors(preview);
        List<StatedEntry> statement = new ArrayList<>();
        for (StatementRow row : preview.rows()) {
            statement.add(entry(row, donors, batch.source()));
        }
        contributions.enterStatement(statement, reference.value());
    }

    /** Two who enter the same rows at once must not both find that nothing was entered before. */
    private void awaitOthers() {
        entities.createQuery("select b from ImportBatch b where b.status = :open order by b.id", ImportBatch.class)
                .setParameter("open", ImportStatus.PREVIEW)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** By the name in the file; who is not known yet is registered. */
    private Map<String, Reference> donors(Preview preview) {
        Map<String, Reference> donors = new HashMap<>();
        Map<String, PartnerData> unknown = new LinkedHashMap<>();
        for (StatementRow row : preview.rows()) {
            String name = KnownName.form(row.donor());
            if (row.partner() != null) {
                donors.putIfAbsent(name, row.partner());
            } else if (!donors.containsKey(name)) {
                unknown.computeIfAbsent(name, first -> partner(row));
            }
        }
        unknown.keySet().removeAll(donors.keySet());
        Iterator<Reference> registered =
                partners.registerAll(List.copyOf(unknown.values())).iterator();
        unknown.keySet().forEach(name -> donors.put(name, registered.next()));
        return donors;
    }

    private static PartnerData partner(StatementRow row) {
        var meaning = ContributionStatement.category(row.category());
        OrganisationType type = meaning == null ? null : meaning.type();
        return new PartnerData(
                null,
                row.donor(),
                null,
                null,
                row.sector(),
                type,
                row.country() == null ? null : row.country().value(),
                null,
                null,
                null,
                row.collective(),
                List.of(),
                List.of(),
                List.of());
    }

    private static StatedEntry entry(StatementRow row, Map<String, Reference> donors, String source) {
        Instrument instrument = Objects.requireNonNull(row.instrument());
        return new StatedEntry(
                Objects.requireNonNull(donors.get(KnownName.form(row.donor()))),
                instrument,
                Objects.requireNonNull(ContributionStatement.PURPOSES.get(instrument)),
                ContributionStatement.CURRENCY,
                Objects.requireNonNull(row.figure()),
                LocalDate.of(Objects.requireNonNull(row.year()), 12, 31),
                source,
                row.line());
    }

    @RolesAllowed(Roles.OFFICER)
    public void discard(Reference reference, long version) {
        ImportBatch batch = find(reference);
        StaleVersion.check(batch, version);
        batch.discard();
    }

    private ImportBatch find(Reference reference) {
        return entities.createQuery("select b from ImportBatch b where b.reference = :reference", ImportBatch.class)
                .setParameter("reference", reference)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NoSuchRecord("ImportBatch", reference.value()));
    }
}
