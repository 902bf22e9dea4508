package org.kizuna.history.dossier;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.CanonicalJson;
import org.kizuna.history.ControlTotals;
import org.kizuna.history.ExportRegister;
import org.kizuna.history.FieldChange;
import org.kizuna.history.HistoryRows;
import org.kizuna.history.JournalEntry;
import org.kizuna.history.Operation;
import org.kizuna.history.proof.LeafText;
import org.kizuna.history.proof.ProofQueries;
import org.kizuna.history.proof.Sealer;
import org.kizuna.history.proof.TreeHead;
import org.kizuna.security.Caller;
import org.kizuna.security.Roles;
import org.kizuna.shared.KeptFiles;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.table.Table;
import org.kizuna.shared.table.Tables;

/**
 * Makes the file an auditor takes home: changes, tables, documents, and what proves them. The same question asked by
 * the same person about the same head gives the same bytes; when it was asked is in the journal. The file grows, the
 * memory does not, but for eight bytes for each change.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Dossier {

    private static final String VERSION = "1";

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Inject
    private Sealer sealer;

    @Inject
    private ProofQueries proofs;

    @Inject
    private ExportRegister register;

    @Inject
    @Any
    private Instance<KeptFiles> files;

    /**
     * Seals what there is, and journals that somebody asks.
     *
     * @return the head to which the dossier will hold
     * @throws NoSuchRecord when nothing was sealed by that day
     */
    @RolesAllowed(Roles.AUDITOR)
    public TreeHead begin(DossierQuestion question) {
        sealer.seal();
        LocalDate knownOn = question.knownOn();
        TreeHead head = question.head() != null
                ? proofs.head(question.head())
                : proofs.headOn(knownOn == null ? LocalDate.now(ZoneOffset.UTC) : knownOn)
                        .orElseThrow(() -> NoSuchRecord.at("knownOn", "TreeHead", String.valueOf(knownOn)));
        register.begin(question.scope(), "DOSSIER");
        return head;
    }

    /** @param head what {@link #begin} gave */
    @RolesAllowed(Roles.AUDITOR)
    public void write(DossierQuestion question, TreeHead head, OutputStream out) throws IOException {
        MessageDigest digest = sha256();
        ControlTotals totals = new ControlTotals();
        try (Connection connection = dataSource.getConnection();
                Bag bag = new Bag(
                        new DigestOutputStream(out, digest), "kizuna-dossier-" + head.size(), head.sealedAt())) {
            SealedHistory history = new SealedHistory(connection, question.scope(), head.size());
            Map<Long, String> documents = new TreeMap<>();
            table(bag, history, totals, documents);
            lines(bag, history);
            proofs(bag, history, head);
            heads(bag, head);
            documents(bag, documents);
            bag.file("request.json", request(question, head));
            bag.file("control-totals.json", CanonicalJson.write(totals.figures()) + "\n");
            try (OutputStream report = bag.file("report.html")) {
                new DossierReport(question, head, totals).write(history, report);
            }
            bag.finish(
                    Map.of(
                            "Bagging-Date",
                            head.sealedAt().atZone(ZoneOffset.UTC).toLocalDate().toString(),
                            "Source-Organization",
                            "Kizuna",
                            "Kizuna-Dossier-Version",
                            VERSION),
                    this::signature);
        } catch (SQLException e) {
            throw new IllegalStateException("The journal could not be read", e);
        }
        register.end(head.size(), totals.figures(), HexFormat.of().formatHex(digest.digest()));
    }

    private static void table(Bag bag, SealedHistory history, ControlTotals totals, Map<Long, String> documents)
            throws IOException, SQLException {
        try (Table table = Tables.open(Table.Format.CSV, bag.file("history.csv"), "History", HistoryRows.HEADER)) {
            history.each((leaf, set, belonging) -> {
                for (JournalEntry row : belonging) {
                    HistoryRows.write(row, table, totals);
                    note(row, documents);
                }
            });
            HistoryRows.close(table, totals);
        }
    }

    private static void note(JournalEntry row, Map<Long, String> documents) {
        if ("Document".equals(row.entity()) && row.operation() == Operation.INSERT) {
            for (FieldChange field : row.fields()) {
                if (field.field().equals("sha256") && field.after() != null) {
                    documents.put(row.entityId(), field.after());
                }
            }
        }
    }

    /** Each change set's sealed text, and beneath it those of its changes that belong to the question. */
    private static void lines(Bag bag, SealedHistory history) throws IOException, SQLException {
        try (OutputStream out = bag.file("history.jsonl")) {
            history.each((leaf, set, belonging) -> {
                line(out, LeafText.ofSet(set));
                for (JournalEntry row : belonging) {
                    if (row.entity() != null) {
                        line(out, LeafText.ofChange(set, row));
                    }
                }
            });
        }
    }

    private void proofs(Bag bag, SealedHistory history, TreeHead head) throws IOException, SQLException {
        try (OutputStream out = bag.file("proofs.jsonl")) {
            history.each((leaf, set, belonging) -> line(
                    out,
                    CanonicalJson.write(Map.of(
                            "leaf", leaf,
                            "path", proofs.path(leaf, head.size()),
                            "set", set.id()))));
        }
    }

    /** The head, and that it continues every earlier one which is still to be expected in somebody's hands. */
    private void heads(Bag bag, TreeHead head) throws IOException {
        bag.file("head.json", CanonicalJson.write(json(head)) + "\n");
        try (OutputStream out = bag.file("consistency.jsonl")) {
            for (TreeHead earlier : proofs.headsToProve(head.size())) {
                line(
                        out,
                        CanonicalJson.write(Map.of(
                                "from",
                                json(earlier),
                                "path",
                                proofs.consistency(earlier.size(), head.size()).path())));
            }
        }
    }

    private static Map<String, Object> json(TreeHead head) {
        return Map.of(
                "keyId", head.keyId(),
                "root", head.root(),
                "sealedAt", head.sealedAt().toString(),
                "signature", head.signature(),
                "size", head.size());
    }

    private void documents(Bag bag, Map<Long, String> documents) throws IOException {
        for (KeptFiles kept : files) {
            if (!kept.kind().equals("Document")) {
                continue;
            }
            Map<String, Long> once = new TreeMap<>();
            documents.forEach((id, sha256) -> {
                if (kept.keeps(id)) {
                    once.putIfAbsent(sha256, id);
                }
            });
            for (Map.Entry<String, Long> document : once.entrySet()) {
                try (OutputStream out = bag.file("documents/" + document.getKey())) {
                    kept.copy(document.getValue(), out);
                }
            }
        }
    }

    private static String request(DossierQuestion question, TreeHead head) {
        Map<String, @Nullable Object> request = question.asJson();
        request.put("askedBy", Caller.name());
        request.put("head", head.size());
        return CanonicalJson.write(request) + "\n";
    }

    private String signature(byte[] manifest) {
        return CanonicalJson.write(proofs.signatureOf(manifest)) + "\n";
    }

    private static void line(OutputStream out, String text) throws IOException {
        out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
