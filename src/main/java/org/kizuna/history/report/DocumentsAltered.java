package org.kizuna.history.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.vocabulary.Vocabulary;
import org.kizuna.shared.KeptFiles;
import org.kizuna.shared.Sql;
import org.kizuna.shared.Time;
import org.kizuna.shared.paging.InvalidCursor;

/** Documents whose bytes no longer have the SHA-256 that was journaled when they were attached, or are gone. */
@ApplicationScoped
class DocumentsAltered implements AuditReport {

    private static final int FILES = 200;

    /** When reading ends for this call. */
    private static final Duration LONGEST = Duration.ofSeconds(4);

    @Inject
    @Any
    private Instance<KeptFiles> kept;

    @Override
    public String name() {
        return "documents-altered";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "recordedAt",
                "actor",
                "recordKind",
                "record",
                "fileName",
                "finding",
                "journaledSha256",
                "presentSha256");
    }

    @Override
    public Findings read(Connection connection, AuditQuestion question, @Nullable String after, int limit)
            throws SQLException, IOException {
        Place place = Place.of(after);
        long deadline = System.nanoTime() + LONGEST.toNanos();
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (KeptFiles files : inOrder()) {
            if (files.kind().compareTo(place.kind()) < 0) {
                continue;
            }
            long before = files.kind().equals(place.kind()) ? place.id() : Long.MAX_VALUE;
            List<Attached> attached = attached(connection, files.kind(), question, before);
            for (Attached file : attached) {
                check(files, file, rows);
                if (rows.size() >= limit || System.nanoTime() > deadline) {
                    return new Findings(rows, files.kind() + "." + file.id(), rows.size() >= limit ? null : file.at());
                }
            }
            if (attached.size() == FILES) {
                Attached last = attached.get(FILES - 1);
                return new Findings(rows, files.kind() + "." + last.id(), last.at());
            }
        }
        return new Findings(rows, null, null);
    }

    private List<KeptFiles> inOrder() {
        return kept.stream().sorted(Comparator.comparing(KeptFiles::kind)).toList();
    }

    private static void check(KeptFiles files, Attached file, List<List<@Nullable String>> rows) throws IOException {
        boolean present = files.keeps(file.id());
        String now = present ? sha256(files, file.id()) : null;
        if (now != null && now.equals(file.sha256())) {
            return;
        }
        rows.add(Arrays.asList(
                file.at().toString(),
                file.actor(),
                files.kind(),
                file.title(),
                file.fileName(),
                present ? "differs" : "missing",
                file.sha256(),
                now));
    }

    private static String sha256(KeptFiles files, long id) throws IOException {
        try (DigestOutputStream out =
                new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
            files.copy(id, out);
            return HexFormat.of().formatHex(out.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The files attached before one, newest first, without those that were erased by the book. */
    private static List<Attached> attached(Connection connection, String kind, AuditQuestion question, long before)
            throws SQLException {
        return Sql.on(
                        connection,
                        "SELECT c.entity_id, c.reference, s.recorded_at, s.actor, "
                                + ChangeReport.field(kind, "fileName") + ", " + ChangeReport.field(kind, "sha256")
                                + " FROM journal_change c FORCE INDEX (journal_change_by_record)"
                                + " STRAIGHT_JOIN journal_change_set s ON s.id = c.change_set_id WHERE "
                                + ChangeReport.isKind(kind) + " AND c.entity_id < ? AND c.operation = 'INSERT'"
                                + " AND s.recorded_at >= ? AND s.recorded_at < ? AND NOT EXISTS (SELECT 1 FROM"
                                + " journal_change d WHERE "
                                + Vocabulary.today().isKind("d.entity", kind)
                                + " AND d.entity_id = c.entity_id AND d.operation = 'DELETE')"
                                + " ORDER BY c.entity_id DESC LIMIT " + FILES,
                        before,
                        question.from() == null ? LocalDateTime.of(1000, 1, 1, 0, 0) : Time.start(question.from()),
                        question.to() == null ? LocalDateTime.of(9999, 12, 31, 0, 0) : Time.end(question.to()))
                .list(row -> new Attached(
                        row.getLong(1),
                        row.getString(2),
                        Sql.moment(row, 3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)));
    }

    /** Where the call before ended. */
    private record Place(String kind, long id) {

        static Place of(@Nullable String after) {
            if (after == null) {
                return new Place("", Long.MAX_VALUE);
            }
            String[] parts = after.split("\\.", 2);
            try {
                return new Place(parts[0], Long.parseLong(parts[parts.length - 1]));
            } catch (NumberFormatException e) {
                throw new InvalidCursor();
            }
        }
    }

    /** A file as it was journaled when it was attached. */
    private record Attached(
            long id,
            @Nullable String title,
            java.time.Instant at,
            String actor,
            @Nullable String fileName,
            @Nullable String sha256) {}
}
