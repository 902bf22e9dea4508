package org.kizuna.exchange;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kizuna.document.Content;
import org.kizuna.document.DocumentRegister;
import org.kizuna.document.DocumentUnreadable;
import org.kizuna.ledger.LedgerRegister;
import org.kizuna.ledger.ReversalRegister;
import org.kizuna.partner.PartnerRegister;
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
    private LedgerRegister ledger;

    @Inject
    private ReversalRegister reversals;

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
                numbers.next(ExchangeFeature.NUMBERS),
                ContributionStatement.FORMAT,
                content.shownName(),
                source,
                Caller.name(),
                Time.now(clock));
        entities.persist(batch);
        entities.flush();
        long document = documents.attach(new RecordRef(ExchangeFeature.IMPORT, batch.id()), null, content);
        ImportTables tables = new ImportTables(entities);
        BroughtFile file = read(content);
        tables.keep(batch.id(), file);
        Reading reading = Reading.USUAL;
        if (!file.sheets().isEmpty()) {
            List<SheetRow> rows = file.sheets().get(0).rows();
            StatementReader.Read usual = StatementReader.read(rows, reading);
            Reading known = usual.problem() == null ? null : tables.remembered(StatementReader.first(rows));
            if (known != null) {
                reading = known;
                batch.read(known);
            }
        }
        batch.holds(document, rows(file, reading));
        entities.flush();
        return batch.reference();
    }

    private static BroughtFile read(Content content) {
        try (InputStream in = content.open()) {
            return BroughtFile.read(in);
        } catch (IOException e) {
            throw new DocumentUnreadable();
        }
    }

    private static int rows(BroughtFile file, Reading reading) {
        return file.sheets().size() <= reading.sheet()
                ? 0
                : StatementReader.read(file.sheets().get(reading.sheet()).rows(), reading)
                        .rows()
                        .size();
    }

    /**
     * Says how a file is to be read: which columns are which, which rows are ours, which sign stands before decimals, and
     * whom its names stand for. How columns are called is remembered for the next file that calls them so.
     */
    @RolesAllowed(Roles.OFFICER)
    public void read(Reference reference, long version, Reading reading) {
        ImportBatch batch = find(reference);
        StaleVersion.check(batch, version);
        batch.read(reading);
        ImportTables tables = new ImportTables(entities);
        List<SheetRow> rows = tables.rows(batch.id(), reading.sheet());
        StatementReader.Read read = StatementReader.read(rows, reading);
        batch.holds(Objects.requireNonNull(batch.documentId()), read.rows().size());
        if (read.problem() == null && !reading.columnsAlone().equals(Reading.USUAL)) {
            rows.stream()
                    .filter(row -> row.cells().equals(read.heads()))
                    .findFirst()
                    .ifPresent(head -> tables.remember(head, reading));
        }
        entities.flush();
    }

    /**
     * Leaves out the rows that can't be entered as they are, and attaches them with the reasons as a file.
     *
     * @param lines {@link Preview#linesWithErrors} as they were shown
     * @param language of the reasons
     * @throws LeftOutRowsChanged when others have errors by now
     */
    @RolesAllowed(Roles.OFFICER)
    public void leaveOut(Reference reference, long version, String lines, Locale language) {
        ImportBatch batch = find(reference);
        StaleVersion.check(batch, version);
        Preview preview = queries.preview(queries.find(reference.value()).orElseThrow());
        if (preview.problem() != null || preview.errors() == 0) {
            throw new ImportHasErrors(preview.errors());
        }
        if (!preview.linesWithErrors().equals(lines)) {
            throw new LeftOutRowsChanged(preview.linesWithErrors());
        }
        batch.read(batch.reading().without(preview));
        documents.attach(
                new RecordRef(ExchangeFeature.IMPORT, batch.id()), null, leftOut(batch.fileName(), preview, language));
        entities.flush();
    }

    private static LeftOutRows leftOut(String fileName, Preview preview, Locale language) {
        try {
            return new LeftOutRows(fileName, preview, language);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Enters every row but those that are left out and those that were entered before: partners that are not known yet
     * are registered, and each figure becomes a ledger entry.
     */
    @RolesAllowed(Roles.OFFICER)
    public void enter(Reference reference, long version) {
        awaitOthers();
        ImportBatch batch = find(reference);
        StaleVersion.check(batch, version);
        Preview preview = queries.preview(queries.find(reference.value()).orElseThrow());
        batch.enter(Time.now(clock));
        entities.flush();
        if (preview.problem() == null && preview.leavesOutAllErrors() && preview.entering() == 0) {
            throw new NothingToEnter(preview.before());
        }
        if (!preview.canBeEntered()) {
            throw new ImportHasErrors(preview.errors());
        }
        long id = batch.id();
        EnteredStatement entered = new EnteredStatement(
                preview.rows().stream().filter(StatementRow::canBeEntered).toList(), batch.source());
        ImportTables tables = new ImportTables(entities);
        tables.registered(id, entered.register(partners));
        ledger.enterStatement(entered.entries(), reference.value());
        partners.reopenAll(
                tables.retired(entered.donors()).stream().map(Reference::new).toList());
        tables.forget(id);
    }

    /**
     * Takes back what an import entered, one reversal an entry, and makes partners inactive that nobody uses. Where any
     * of its money was confirmed, or was paid back, this asks for it, and others have to agree.
     *
     * @return whether it is taken back
     */
    @RolesAllowed(Roles.OFFICER)
    public boolean takeBack(Reference reference, long version, @Nullable String reason) {
        requireEntered(reference, version);
        return retire(reference, reversals.ofBatch(reference.value(), reason));
    }

    /** By a treasurer, where receipts of it were confirmed; never by the one who asked for it. */
    @RolesAllowed(Roles.TREASURER)
    public boolean agreeOnReceipts(Reference reference, long version) {
        requireEntered(reference, version);
        return retire(reference, reversals.confirmOfBatchsReceipts(reference.value()));
    }

    /**
     * By an approver, where refunds of it were entered; never by the one who asked for it.
     *
     * @return whether it is taken back: others may have to agree too
     */
    @RolesAllowed(Roles.APPROVER)
    public boolean agreeOnRefunds(Reference reference, long version) {
        requireEntered(reference, version);
        return retire(reference, reversals.confirmOfBatchsRefunds(reference.value()));
    }

    private void requireEntered(Reference reference, long version) {
        ImportBatch batch = find(reference);
        StaleVersion.check(batch, version);
        batch.requireEntered();
    }

    private boolean retire(Reference reference, boolean takenBack) {
        if (takenBack) {
            ImportBatch batch = find(reference);
            batch.takeBack();
            entities.flush();
            List<Reference> unused = new ImportTables(entities)
                    .unused(batch.id(), reference.value()).stream()
                            .map(Reference::new)
                            .toList();
            partners.retireAll(unused, reference.value());
        }
        return takenBack;
    }

    /** Two who enter the same rows at once must not both find that nothing was entered before. */
    private void awaitOthers() {
        entities.createQuery("select b from ImportBatch b where b.status = :open order by b.id", ImportBatch.class)
                .setParameter("open", ImportStatus.PREVIEW)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    @RolesAllowed(Roles.OFFICER)
    public void discard(Reference reference, long version) {
        ImportBatch batch = find(reference);
        StaleVersion.check(batch, version);
        batch.discard();
        new ImportTables(entities).forget(batch.id());
    }

    private ImportBatch find(Reference reference) {
        return entities.createQuery("select b from ImportBatch b where b.reference = :reference", ImportBatch.class)
                .setParameter("reference", reference)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NoSuchRecord(ExchangeFeature.IMPORT, reference.value()));
    }
}
