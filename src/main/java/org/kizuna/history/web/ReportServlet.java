package org.kizuna.history.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.kizuna.history.report.AuditQuestion;
import org.kizuna.history.report.AuditReport;
import org.kizuna.history.report.AuditReports;
import org.kizuna.history.report.JournalSearch;
import org.kizuna.history.report.SearchCriteria;
import org.kizuna.shared.table.Table;

/** Streams a report, or what the journal's search finds, for the address of its page. */
@WebServlet({"/history/report-file", "/history/search-file"})
public class ReportServlet extends HttpServlet {

    @Inject
    private transient AuditReports reports;

    @Inject
    private transient JournalSearch search;

    @Inject
    private transient ReportCells cells;

    /** Nothing is taken away with it, and nothing journaled. */
    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletPath().endsWith("search-file")) {
            announce(response, "search", format(request));
            return;
        }
        Optional<AuditReport> report = reports.find(request.getParameter("name"));
        if (report.isPresent()) {
            announce(response, report.get().name(), format(request));
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Table.Format format = format(request);
        if (request.getServletPath().endsWith("search-file")) {
            SearchCriteria criteria = JournalView.criteria(request);
            search.begin(criteria, format);
            announce(response, "search", format);
            search.write(criteria, format, response.getOutputStream());
            return;
        }
        Optional<AuditReport> report = reports.find(request.getParameter("name"));
        if (report.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        AuditQuestion question = ReportView.question(request);
        reports.begin(report.get(), question, format);
        announce(response, report.get().name(), format);
        if (format == Table.Format.XLSX) {
            List<String> columns = report.get().columns();
            reports.write(
                    report.get(),
                    question,
                    format,
                    response.getOutputStream(),
                    cells.header(columns),
                    row -> cells.words(report.get(), row));
        } else {
            reports.write(report.get(), question, format, response.getOutputStream());
        }
    }

    private static Table.Format format(HttpServletRequest request) {
        return "xlsx".equals(request.getParameter("format")) ? Table.Format.XLSX : Table.Format.CSV;
    }

    private static void announce(HttpServletResponse response, String name, Table.Format format) {
        response.setContentType(format.mediaType());
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"kizuna-" + name + "." + format.extension() + "\"");
    }
}
