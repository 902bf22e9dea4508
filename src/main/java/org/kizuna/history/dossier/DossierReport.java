package org.kizuna.history.dossier;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.ControlTotals;
import org.kizuna.history.FieldChange;
import org.kizuna.history.JournalEntry;
import org.kizuna.history.proof.TreeHead;

/** The dossier for reading: one page that needs nothing beside it. */
final class DossierReport {

    private static final String STYLE =
            "body{font:14px/1.5 sans-serif;margin:2em;color:#1c2430}table{border-collapse:collapse;width:100%}"
                    + "td,th{border-bottom:1px solid #ccd3dc;padding:4px 8px;text-align:left;vertical-align:top}"
                    + "del{color:#6b7686}code{word-break:break-all}@media print{body{margin:0}}";

    private final DossierQuestion question;
    private final TreeHead head;
    private final ControlTotals totals;
    private final List<Reconciliation> reconciliations;
    private final Findings findings;

    DossierReport(
            DossierQuestion question,
            TreeHead head,
            ControlTotals totals,
            List<Reconciliation> reconciliations,
            Findings findings) {
        this.question = question;
        this.head = head;
        this.totals = totals;
        this.reconciliations = reconciliations;
        this.findings = findings;
    }

    void write(SealedHistory history, OutputStream out) throws IOException, SQLException {
        Writer page = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        String title = "Cooperation dossier: " + escaped(question.name() == null ? "Everything" : question.name());
        page.write("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + title
                + "</title><style>" + STYLE + "</style></head><body>\n<h1>" + title + "</h1>\n");
        summary(page);
        page.write("<h2>Changes</h2>\n<table>\n<tr><th>When (UTC)</th><th>Who</th><th>What</th><th>Record</th>"
                + "<th>Fields</th></tr>\n");
        history.each(each -> {
            for (JournalEntry change : each.told()) {
                change(page, findings.readable(change));
            }
        });
        page.write("</table>\n</body></html>\n");
        page.flush();
    }

    private void summary(Writer page) throws IOException {
        page.write("<table>\n");
        question.asJson().forEach((field, value) -> row(page, field, value == null ? "—" : value.toString()));
        row(page, "change sets in the journal", Long.toString(head.size()));
        row(page, "sealed at (UTC)", head.sealedAt().toString());
        row(page, "root of the tree", head.root());
        row(page, "signed with the key", head.keyId());
        page.write("</table>\n");
        if (!findings.lines().isEmpty()) {
            page.write("<h2>Found wrong in the journal</h2>\n<table>\n");
            findings.lines().forEach(line -> row(page, "finding", line));
            page.write("</table>\n");
        }
        page.write("<h2>Control totals</h2>\n<table>\n");
        for (Map.Entry<String, String> total : totals.figures().entrySet()) {
            row(page, total.getKey(), total.getValue());
        }
        page.write("""
                </table>
                <h2>The sealed journal and the live ledger</h2>
                <table>
                <tr><th>Sum</th><th>Journal</th><th>Live</th><th>Difference</th></tr>
                """);
        for (Reconciliation reconciliation : reconciliations) {
            for (Map.Entry<String, Reconciliation.Sums> sum :
                    reconciliation.sums().entrySet()) {
                page.write("<tr><th>" + escaped(sum.getKey()) + "</th><td>"
                        + sum.getValue().journal().toPlainString() + "</td><td>"
                        + sum.getValue().live().toPlainString() + "</td><td>"
                        + sum.getValue().difference().toPlainString() + "</td></tr>\n");
            }
        }
        page.write("</table>\n");
    }

    private static void row(Writer page, String name, String value) {
        try {
            page.write("<tr><th>" + escaped(name) + "</th><td><code>" + escaped(value) + "</code></td></tr>\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void change(Writer page, JournalEntry change) throws IOException {
        page.write("<tr><td>" + change.recordedAt() + "<br>" + change.changeSet() + "</td><td>"
                + escaped(change.actor()) + "<br>" + escaped(change.role()) + " " + escaped(change.channel())
                + "</td><td>" + escaped(change.action())
                + (change.reason() == null ? "" : "<br>" + escaped(change.reason())) + "</td><td>"
                + escaped(change.entity()) + " " + escaped(change.reference()) + "</td><td>");
        for (FieldChange field : change.fields()) {
            page.write(escaped(field.field()) + " "
                    + (field.before() == null ? "" : "<del>" + escaped(field.before()) + "</del> ")
                    + escaped(field.after()) + "<br>");
        }
        page.write("</td></tr>\n");
    }

    private static String escaped(@Nullable String text) {
        return text == null
                ? ""
                : text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;");
    }
}
