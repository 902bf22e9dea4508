package org.kizuna.history.dossier;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.ControlTotals;
import org.kizuna.history.FieldChange;
import org.kizuna.history.JournalEntry;
import org.kizuna.history.proof.TreeHead;
import org.kizuna.print.HtmlToPdf;

/**
 * The dossier for reading: one page that needs nothing beside it. It is also well-formed XML, as the printed one is made
 * of its beginning.
 */
final class DossierReport {

    private static final String STYLE =
            "body{font:14px/1.5 sans-serif;margin:2em;color:#1c2430}table{border-collapse:collapse;width:100%}"
                    + "td,th{border-bottom:1px solid #ccd3dc;padding:4px 8px;text-align:left;vertical-align:top;"
                    + "overflow-wrap:anywhere}del{color:#6b7686}code{word-break:break-all}"
                    + "@media print{body{margin:0}thead{display:table-header-group}}";

    private static final Pattern NOT_IN_XML =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    /** So many changes, or so many characters, are printed: laying out pages takes memory with every one. */
    private static final int PRINTED_CHANGES = 2_000;

    private static final int PRINTED_LENGTH = 1_000_000;

    private final DossierQuestion question;
    private final TreeHead head;
    private final ControlTotals totals;
    private final List<Reconciliation> reconciliations;
    private final Findings findings;
    private final StringBuilder print = new StringBuilder();
    private int printed;
    private long unprinted;

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

    /** @return the page to be printed: the same, but of many changes the first ones only */
    String write(SealedHistory history, OutputStream out) throws IOException, SQLException {
        Writer page = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        beginning();
        page.append(print);
        history.each(each -> {
            for (JournalEntry change : each.told()) {
                show(page, row(findings.readable(change)));
            }
        });
        page.write("</tbody></table>\n</body></html>\n");
        page.flush();
        return print.append("</tbody></table>\n<p>")
                .append(left())
                .append("</p>\n</body></html>\n")
                .toString();
    }

    private void show(Writer page, String row) throws IOException {
        page.write(row);
        if (unprinted == 0 && printed < PRINTED_CHANGES && print.length() < PRINTED_LENGTH) {
            print.append(row);
            printed++;
        } else {
            unprinted++;
        }
    }

    private String left() {
        String missing = HtmlToPdf.UNKNOWN_SIGN + " stands for a sign that the fonts of this file do not have;"
                + " history.csv has it.";
        return unprinted == 0
                ? missing
                : "These are the first " + printed + " changes; " + unprinted + " more stand in history.csv. "
                        + missing;
    }

    private void beginning() {
        String title = "Cooperation dossier: " + escaped(question.name() == null ? "Everything" : question.name());
        print.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/><title>" + title
                + "</title><style>" + STYLE + "</style></head><body>\n<h1>" + title + "</h1>\n");
        summary();
        print.append("<h2>Changes</h2>\n<table class=\"changes\">\n<thead><tr><th>When (UTC)</th><th>Who</th>"
                + "<th>What</th><th>Record</th><th>Fields</th></tr></thead><tbody>\n");
    }

    private void summary() {
        print.append("<table>\n");
        question.asJson().forEach((field, value) -> row(field, value == null ? "—" : value.toString()));
        row("change sets in the journal", Long.toString(head.size()));
        row("sealed at (UTC)", head.sealedAt().toString());
        row("root of the tree", head.root());
        row("signed with the key", head.keyId());
        print.append("</table>\n");
        if (!findings.lines().isEmpty()) {
            print.append("<h2>Found wrong in the journal</h2>\n<table>\n");
            findings.lines().forEach(line -> row("finding", line));
            print.append("</table>\n");
        }
        print.append("<h2>Control totals</h2>\n<table>\n");
        totals.figures().forEach(this::row);
        print.append("""
                </table>
                <h2>The sealed journal and the live ledger</h2>
                <table>
                <tr><th>Sum</th><th>Journal</th><th>Live</th><th>Difference</th></tr>
                """);
        reconciliations.forEach(reconciliation -> reconciliation.sums().forEach(this::sum));
        print.append("</table>\n");
    }

    private void sum(String name, Reconciliation.Sums sum) {
        print.append("<tr><th>" + escaped(name) + "</th><td>" + sum.journal().toPlainString() + "</td><td>"
                + sum.live().toPlainString() + "</td><td>" + sum.difference().toPlainString() + "</td></tr>\n");
    }

    private void row(String name, String value) {
        print.append("<tr><th>" + escaped(name) + "</th><td><code>" + escaped(value) + "</code></td></tr>\n");
    }

    private static String row(JournalEntry change) {
        StringBuilder row = new StringBuilder("<tr><td>" + change.recordedAt() + "<br/>" + change.changeSet()
                + "</td><td>" + escaped(change.actor()) + "<br/>" + escaped(change.role()) + " "
                + escaped(change.channel()) + "</td><td>" + escaped(change.action())
                + (change.reason() == null ? "" : "<br/>" + escaped(change.reason())) + "</td><td>"
                + escaped(change.entity()) + " " + escaped(change.reference()) + "</td><td>");
        for (FieldChange field : change.fields()) {
            row.append(escaped(field.field()) + " "
                    + (field.before() == null ? "" : "<del>" + escaped(field.before()) + "</del> ")
                    + escaped(field.after()) + "<br/>");
        }
        return row.append("</td></tr>\n").toString();
    }

    /** As XML can hold it: control characters and halves of characters can't stand in it, however they are written. */
    private static String escaped(@Nullable String text) {
        return text == null
                ? ""
                : NOT_IN_XML
                        .matcher(text)
                        .replaceAll("\uFFFD")
                        .replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;");
    }
}
