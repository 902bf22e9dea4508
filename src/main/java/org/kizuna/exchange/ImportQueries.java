package org.kizuna.exchange;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.kizuna.document.DocumentDiffers;
import org.kizuna.document.DocumentQueries;
import org.kizuna.ledger.EntryQueries;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.security.Roles;
import org.kizuna.shared.Reference;
import org.kizuna.shared.Time;
import org.kizuna.shared.paging.CappedCount;
import org.kizuna.shared.paging.KeysetQuery;
import org.kizuna.shared.paging.Page;
import org.kizuna.shared.paging.PageRequest;
import org.kizuna.shared.paging.SortKey;

/** Reads imports, and says what entering one would do. */
@Stateless
@RolesAllowed(Roles.ANYBODY)
public class ImportQueries {

    private static final List<SortKey> ORDERS = List.of(SortKey.instant("recorded", "b.recordedAt"));
    private static final String ROW = "new org.kizuna.exchange.ImportRow(b.id, b.version, b.reference, b.fileName,"
            + " b.source, b.status, b.rowCount, b.documentId, b.recordedBy, b.recordedAt, b.committedAt)";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private DocumentQueries documents;

    @Inject
    private PartnerQueries partners;

    @Inject
    private EntryQueries entries;

    @Inject
    private Clock clock;

    /** Newest first. */
    public Page<ImportRow> list(PageRequest request) {
        PageRequest newest = new PageRequest("-recorded", request.limit(), request.after(), request.before());
        return new KeysetQuery<ImportRow>(entities, ROW, "ImportBatch b", "b").page(newest, ORDERS);
    }

    /** Imports that were brought and wait to be entered or discarded. */
    public CappedCount countOpen() {
        return new KeysetQuery<ImportRow>(entities, ROW, "ImportBatch b", "b")
                .filter("b.status = :status", "status", ImportStatus.PREVIEW)
                .count();
    }

    public Optional<ImportRow> find(String reference) {
        if (!Reference.isValid(reference)) {
            return Optional.empty();
        }
        return entities.createQuery(
                        "select " + ROW + " from ImportBatch b where b.reference = :reference", ImportRow.class)
                .setParameter("reference", new Reference(reference))
                .getResultStream()
                .findFirst();
    }

    /** What entering the import would do now. */
    public Preview preview(ImportRow batch) {
        ImportTables tables = new ImportTables(entities);
        Reading reading = reading(batch.id());
        Finding problem = tables.problem(batch.id());
        if (problem != null) {
            return Preview.unreadable(problem, List.of(), reading);
        }
        StatementReader.Read read;
        try {
            read = StatementReader.read(rows(tables, batch, reading.sheet()), reading);
        } catch (DocumentDiffers e) {
            return Preview.unreadable(
                    new Finding(Finding.Severity.ERROR, "", "importAltered", List.of()), List.of(), reading);
        }
        if (read.problem() != null) {
            return Preview.unreadable(read.problem(), read.heads(), reading);
        }
        StatementCheck check = new StatementCheck(read.rows(), reading, partners, entries, Time.today(clock));
        return summed(read.rows().stream().map(check::check).toList(), read, reading);
    }

    /** How somebody said it is to be read. */
    public Reading reading(ImportRow batch) {
        return reading(batch.id());
    }

    /** What a sheet calls its columns, by the form of the head. */
    public Map<String, String> heads(ImportRow batch, int sheet) {
        List<SheetRow> rows;
        try {
            rows = rows(new ImportTables(entities), batch, sheet);
        } catch (DocumentDiffers e) {
            return Map.of();
        }
        Reading reading = reading(batch.id());
        Map<String, String> heads = new LinkedHashMap<>();
        StatementReader.read(rows, reading)
                .heads()
                .forEach(head -> heads.putIfAbsent(StatementColumn.form(head), StatementReader.quoted(head)));
        heads.remove("");
        return heads;
    }

    private Reading reading(long batch) {
        ImportBatch found = entities.find(ImportBatch.class, batch);
        return found == null ? Reading.USUAL : found.reading();
    }

    /**
     * Of a file that was brought before rows were kept it is read again.
     *
     * @throws DocumentDiffers when that is no longer the file that was brought
     */
    private List<SheetRow> rows(ImportTables tables, ImportRow batch, int sheet) throws DocumentDiffers {
        Long document = batch.documentId();
        if (!tables.sheets(batch.id()).isEmpty() || document == null) {
            return tables.rows(batch.id(), sheet);
        }
        try (InputStream in = documents.open(document)) {
            List<Sheet> sheets = BroughtFile.read(in).sheets();
            return sheet < sheets.size() ? sheets.get(sheet).rows() : List.of();
        } catch (DocumentDiffers e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of the sheets of a workbook that waits to be entered; nothing of another file. */
    public List<String> sheets(ImportRow batch) {
        List<String> names = new ImportTables(entities).sheets(batch.id());
        return names.size() < 2 ? List.of() : names;
    }

    private static Preview summed(List<StatementRow> rows, StatementReader.Read read, Reading reading) {
        Set<String> fresh = new HashSet<>();
        Map<Integer, BigDecimal> totals = new TreeMap<>();
        long errors = 0;
        long warnings = 0;
        long before = 0;
        for (StatementRow row : rows) {
            before += row.enteredBefore() ? 1 : 0;
            errors += row.hasErrors() ? 1 : 0;
            warnings += row.has(Finding.Severity.WARNING) ? 1 : 0;
            if (row.enteredBefore()) {
                continue;
            }
            if (row.partner() == null && !row.donor().isEmpty()) {
                fresh.add(row.registeredAs());
            }
            if (row.year() != null && row.figure() != null) {
                totals.merge(row.year(), row.figure(), BigDecimal::add);
            }
        }
        return new Preview(
                null, rows, read.passedOver(), read.heads(), reading, fresh.size(), errors, warnings, before, totals);
    }
}
