package org.kizuna.history.dossier;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.CanonicalJson;
import org.kizuna.history.CodedFields;
import org.kizuna.history.ControlTotals;
import org.kizuna.history.HistoryRows;
import org.kizuna.history.JournalEntry;
import org.kizuna.history.PersonalData;
import org.kizuna.history.RawSet;
import org.kizuna.history.audit.SealChecks;
import org.kizuna.history.proof.LeafText;
import org.kizuna.history.proof.MerkleTree;
import org.kizuna.history.proof.ProofQueries;
import org.kizuna.history.proof.RememberedTree;
import org.kizuna.history.proof.SealedTree;
import org.kizuna.history.proof.TreeHead;
import org.kizuna.history.vocabulary.Vocabulary;
import org.kizuna.security.Caller;
import org.kizuna.shared.KeptFiles;
import org.kizuna.shared.LiveAmounts;
import org.kizuna.shared.Standing;
import org.kizuna.shared.table.FixedWorkbook;
import org.kizuna.shared.table.Table;
import org.kizuna.shared.table.Tables;

/** Writes one dossier, file by file. */
final class DossierWriter {

    private static final String VERSION = "4";

    /** Percent, while the seals are checked. */
    private static final int CHECKING = 1;

    private final DossierQuestion question;
    private final TreeHead head;
    private final BagItWriter bag;
    private final ProofQueries proofs;
    private final Connection connection;
    private final Findings findings = new Findings();
    private final ControlTotals totals = new ControlTotals();
    private final SealedHistory history;
    private final MerkleTree tree;
    private final SealChecks.Checked checked;

    DossierWriter(
            Connection connection,
            DossierQuestion question,
            TreeHead head,
            BagItWriter bag,
            ProofQueries proofs,
            SealChecks checks,
            IntConsumer progress)
            throws SQLException {
        this.connection = connection;
        this.question = question;
        this.head = head;
        this.bag = bag;
        this.proofs = proofs;
        this.checked = checks.check(findings::seal, seen -> progress.accept(CHECKING));
        this.history = new SealedHistory(connection, question, head.size(), findings, progress);
        this.tree = new MerkleTree(new RememberedTree(new SealedTree(connection)));
    }

    ControlTotals totals() {
        return totals;
    }

    void write(
            Iterable<KeptFiles> files, Iterable<LiveAmounts> amounts, Iterable<Standing> standings, CodedFields coded)
            throws IOException, SQLException {
        List<Reconciliation> reconciliations = new ArrayList<>();
        amounts.forEach(live -> reconciliations.add(new Reconciliation(live, connection, history.records())));
        List<DossierPart> gatherings =
                new ArrayList<>(List.of(new UsedRates(), new UsedCodes(coded), new AttachedFiles(files, findings)));
        gatherings.add(new StateThen(connection, head.size(), question.day(head), standings));
        gatherings.addAll(reconciliations);
        tables(gatherings);
        lines();
        persons();
        proofs();
        heads();
        for (Reconciliation reconciliation : reconciliations) {
            reconciliation.read();
        }
        for (DossierPart gathering : gatherings) {
            gathering.write(bag);
        }
        bag.file("request.json", request());
        bag.file("check.json", check());
        bag.file("vocabulary.json", Vocabulary.json() + "\n");
        bag.file("control-totals.json", CanonicalJson.write(totals.figures()) + "\n");
        bag.file(
                "findings.jsonl",
                findings.lines().stream().map(line -> line + "\n").reduce("", String::concat));
        report(new DossierReport(question, head, totals, reconciliations, findings));
        bag.finish(
                Map.of(
                        "Bagging-Date",
                        head.sealedAt().atZone(ZoneOffset.UTC).toLocalDate().toString(),
                        "Source-Organization",
                        "Kizuna",
                        "Kizuna-Dossier-Version",
                        VERSION),
                manifest -> CanonicalJson.write(proofs.signatureOf(manifest)) + "\n");
    }

    private void report(DossierReport report) throws IOException, SQLException {
        String print;
        try (OutputStream out = bag.file("report.html")) {
            print = report.write(history, out);
        }
        try (OutputStream out = bag.file("report.pdf")) {
            DossierPrint.write(print, head.sealedAt(), out);
        }
    }

    private void tables(List<DossierPart> gatherings) throws IOException, SQLException {
        Path workbook = Files.createTempFile("kizuna-dossier", ".xlsx");
        try {
            try (OutputStream sheets = Files.newOutputStream(workbook);
                    Table table = Tables.both(
                            Tables.open(Table.Format.CSV, bag.file("history.csv"), "History", HistoryRows.HEADER),
                            Tables.open(Table.Format.XLSX, sheets, "History", HistoryRows.HEADER))) {
                history.each(each -> {
                    for (JournalEntry row : each.told()) {
                        JournalEntry readable = findings.readable(row);
                        HistoryRows.write(readable, table, totals);
                        gatherings.forEach(gathering -> gathering.take(readable, readable.fields()));
                    }
                });
                HistoryRows.close(table, totals);
            }
            try (OutputStream out = bag.file("history.xlsx")) {
                FixedWorkbook.copy(workbook, out, head.sealedAt());
            }
        } finally {
            Files.delete(workbook);
        }
    }

    /** Each change set's sealed text, and beneath it those of its changes that belong to the question. */
    private void lines() throws IOException, SQLException {
        try (OutputStream out = bag.file("history.jsonl")) {
            history.each(
                    each -> {
                        String text = LeafText.ofSet(each.set());
                        if (!hash(text).equals(each.hash())) {
                            findings.altered(each.set().id());
                        }
                        line(out, text);
                        for (JournalEntry row : each.belonging()) {
                            if (row.entity() != null) {
                                line(out, LeafText.ofChange(each.set(), row));
                            }
                        }
                    },
                    (leaf, hash, changeSet) -> {
                        String text = RawSet.text(connection, changeSet);
                        if (!hash(text).equals(hash)) {
                            findings.altered(changeSet);
                        }
                        line(out, text);
                    });
        }
    }

    /** What opens each commitment to something said of a person, or when it was erased. */
    private void persons() throws IOException, SQLException {
        PersonalData persons = new PersonalData(connection);
        Set<String> written = new HashSet<>();
        try (OutputStream out = bag.file("personal.jsonl")) {
            history.each(each -> {
                Set<String> fresh = new LinkedHashSet<>();
                each.belonging().forEach(row -> fresh.addAll(PersonalData.commitments(row)));
                fresh.removeIf(commitment -> !written.add(commitment));
                Map<String, PersonalData.Kept> kept = persons.kept(fresh);
                for (String commitment : fresh) {
                    line(out, opened(commitment, kept.get(commitment)));
                }
            });
        }
    }

    private String opened(String commitment, PersonalData.@Nullable Kept kept) {
        if (kept == null || !kept.isTrue()) {
            findings.personal(commitment);
        }
        Map<String, @Nullable Object> line = new TreeMap<>();
        line.put("commitment", commitment);
        line.put("erasedOn", kept == null ? null : kept.erasedOn());
        line.put("opening", kept == null ? null : kept.opening());
        return CanonicalJson.write(line);
    }

    private static String hash(String text) {
        return HexFormat.of().formatHex(MerkleTree.leaf(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void proofs() throws IOException, SQLException {
        try (OutputStream out = bag.file("proofs.jsonl")) {
            history.each(
                    each -> line(out, proof(each.leaf(), each.set().id())),
                    (leaf, hash, changeSet) -> line(out, proof(leaf, changeSet)));
        }
    }

    private String proof(long leaf, long changeSet) {
        return CanonicalJson.write(
                Map.of("leaf", leaf, "path", hex(tree.inclusion(leaf, head.size())), "set", changeSet));
    }

    /** When all seals were checked last, what was found then, and among those that were checked since. */
    private String check() {
        return CanonicalJson.write(Map.of(
                        "checkedAt", checked.complete().at().toString(),
                        "findings", checked.complete().findings(),
                        "findingsSince", checked.findings(),
                        "longestTransaction", checked.longest().toSeconds(),
                        "since", checked.since(),
                        "size", checked.complete().size()))
                + "\n";
    }

    /** The head, and that it continues every earlier one which is still to be expected in somebody's hands. */
    private void heads() throws IOException {
        bag.file("head.json", CanonicalJson.write(json(head)) + "\n");
        try (OutputStream out = bag.file("consistency.jsonl")) {
            for (TreeHead earlier : proofs.headsToProve(head.size())) {
                line(
                        out,
                        CanonicalJson.write(Map.of(
                                "from", json(earlier), "path", hex(tree.consistency(earlier.size(), head.size())))));
            }
        }
    }

    private static List<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(HexFormat.of()::formatHex).toList();
    }

    private static Map<String, Object> json(TreeHead head) {
        return Map.of(
                "keyId", head.keyId(),
                "root", head.root(),
                "sealedAt", head.sealedAt().toString(),
                "signature", head.signature(),
                "size", head.size());
    }

    private String request() {
        Map<String, @Nullable Object> request = question.asJson();
        request.put("askedBy", Caller.name());
        request.put("head", head.size());
        return CanonicalJson.write(request) + "\n";
    }

    private static void line(OutputStream out, String text) throws IOException {
        out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
