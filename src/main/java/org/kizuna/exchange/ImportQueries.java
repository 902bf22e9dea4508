package org.kizuna.exchange;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.kizuna.contribution.EntryQueries;
import org.kizuna.document.DocumentQueries;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.search.KnownName;
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
        Long document = batch.documentId();
        if (document == null) {
            throw new IllegalStateException(batch.reference() + " has no file");
        }
        StatementReader.Read read;
        try {
            read = StatementReader.read(documents.open(document));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        if (read.problem() != null) {
            return new Preview(read.problem(), List.of(), 0, 1, 0, Map.of());
        }
        StatementCheck check = new StatementCheck(read.rows(), partners, entries, Time.today(clock));
        return summed(read.rows().stream().map(check::check).toList());
    }

    private static Preview summed(List<StatementRow> rows) {
        Set<String> fresh = new HashSet<>();
        Map<Integer, BigDecimal> totals = new TreeMap<>();
        long errors = 0;
        long warnings = 0;
        for (StatementRow row : rows) {
            if (row.partner() == null && !row.donor().isEmpty()) {
                fresh.add(KnownName.form(row.donor()));
            }
            if (row.year() != null && row.figure() != null) {
                totals.merge(row.year(), row.figure(), BigDecimal::add);
            }
            errors += row.hasErrors() ? 1 : 0;
            warnings += row.has(Finding.Severity.WARNING) ? 1 : 0;
        }
        return new Preview(null, rows, fresh.size(), errors, warnings, totals);
    }
}
