package org.kizuna.history.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.report.AuditQuestion;
import org.kizuna.history.report.AuditReport;
import org.kizuna.history.report.AuditReports;
import org.kizuna.history.report.Closing;
import org.kizuna.history.report.Findings;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.paging.Page;
import org.omnifaces.cdi.Param;

/** The reports there are, and the findings of one. */
@Named
@RequestScoped
public class ReportView {

    private static final int ROWS = 50;

    @Inject
    private AuditReports reports;

    @Inject
    private ReportCells cells;

    @Inject
    private HttpServletRequest request;

    @Inject
    @Param
    private @Nullable String name;

    @Inject
    @Param
    private @Nullable String after;

    private @Nullable AuditReport report;
    private AuditQuestion question = AuditQuestion.OF_EVERYTHING;
    private Page<List<ReportCells.Cell>> page = new Page<>(List.of(), null, null);
    private @Nullable Instant searchedTo;

    public void load() {
        AuditReport found = reports.find(name).orElseThrow(() -> new NoSuchRecord("AuditReport", String.valueOf(name)));
        report = found;
        question = question(request);
        Findings findings = reports.read(found, question, after, ROWS);
        page = new Page<>(
                findings.rows().stream().map(row -> cells.row(found, row)).toList(), findings.next(), null);
        searchedTo = findings.searchedTo();
    }

    /** What the address asks for; what has no meaning counts as not asked. */
    static AuditQuestion question(HttpServletRequest request) {
        String days = request.getParameter("days");
        String closing = request.getParameter("closing");
        return new AuditQuestion(
                JournalView.day(request.getParameter("from")),
                JournalView.day(request.getParameter("to")),
                days != null && days.matches("\\d{1,5}") ? Integer.parseInt(days) : AuditQuestion.USUAL_DAYS,
                Arrays.stream(Closing.values())
                        .filter(known -> known.name().equals(closing))
                        .findFirst()
                        .orElse(Closing.YEAR));
    }

    /** What the address asks for, for the address of the same as a file. */
    public String getAsked() {
        return JournalView.asked(request, List.of("name", "from", "to", "days", "closing"));
    }

    public List<AuditReport> getAll() {
        return reports.all();
    }

    public @Nullable AuditReport getReport() {
        return report;
    }

    public AuditQuestion getQuestion() {
        return question;
    }

    public List<Closing> getClosings() {
        return List.of(Closing.values());
    }

    public Page<List<ReportCells.Cell>> getPage() {
        return page;
    }

    /** How far back was looked, when looking ended before the page was full; else null. */
    public @Nullable Instant getSearchedTo() {
        return searchedTo;
    }

    /** The columns on the page: the kind of a record stands beneath its reference. */
    public List<String> getColumns() {
        return report == null
                ? List.of()
                : report.columns().stream()
                        .filter(column -> !column.equals("recordKind"))
                        .toList();
    }

    public boolean isFiltered() {
        return question.from() != null || question.to() != null;
    }

    public String style(String column) {
        return ReportCells.style(column);
    }
}
