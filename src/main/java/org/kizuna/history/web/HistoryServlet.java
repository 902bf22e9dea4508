package org.kizuna.history.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.HistoryExport;
import org.kizuna.history.HistoryScope;
import org.kizuna.history.Subject;
import org.kizuna.history.dossier.Dossier;
import org.kizuna.history.dossier.DossierJob;
import org.kizuna.history.dossier.DossierJobs;
import org.kizuna.history.dossier.DossierQuestion;
import org.kizuna.history.proof.TreeHead;
import org.kizuna.page.web.Told;
import org.kizuna.search.RecordDirectory;
import org.kizuna.search.SearchHit;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.table.Table;

/** Streams the part of history that the auditor's page asks for. */
@WebServlet("/history/download")
public class HistoryServlet extends HttpServlet {

    private static final String ZIP = "application/zip";

    @Inject
    private transient HistoryExport export;

    @Inject
    private transient Dossier dossier;

    @Inject
    private transient DossierJobs jobs;

    @Inject
    private transient RecordDirectory directory;

    /** Nothing is taken away with it, and nothing made or journaled. */
    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String job = request.getParameter("job");
        Subject named = named(request);
        if (job != null) {
            announced(job, response);
        } else if (named != null && cooperation(named, request) == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if ("dossier".equals(request.getParameter("format"))) {
            response.setContentType(ZIP);
        } else {
            response.setContentType(
                    format(String.valueOf(request.getParameter("format"))).mediaType());
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String job = request.getParameter("job");
        if (job != null) {
            if (announced(job, response)) {
                jobs.take(job);
                jobs.copy(job, response.getOutputStream());
            }
            return;
        }
        Subject named = named(request);
        RecordRef cooperation = named == null ? null : cooperation(named, request);
        if (named != null && cooperation == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        HistoryScope scope = new HistoryScope(
                cooperation,
                JournalView.day(request.getParameter("from")),
                JournalView.day(request.getParameter("to")));
        if ("dossier".equals(request.getParameter("format"))) {
            dossier(
                    request,
                    new DossierQuestion(
                            scope,
                            named != null && named.moneyAlone()
                                    ? DossierQuestion.Part.MONEY
                                    : DossierQuestion.Part.COOPERATION,
                            name(cooperation),
                            JournalView.day(request.getParameter("knownOn")),
                            JournalView.day(request.getParameter("standingOn")),
                            null),
                    response);
            return;
        }
        Table.Format format = format(String.valueOf(request.getParameter("format")));
        long upTo = export.begin(scope, format);
        response.setContentType(format.mediaType());
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"kizuna-history-" + upTo + "." + format.extension() + "\"");
        export.write(scope, format, upTo, response.getOutputStream());
    }

    /** What is asked around, or null. */
    private static @Nullable Subject named(HttpServletRequest request) {
        return Subject.in(parameter -> request.getParameter(parameter) != null).orElse(null);
    }

    private @Nullable RecordRef cooperation(Subject named, HttpServletRequest request) {
        return directory
                .find(named.kind(), request.getParameter(named.parameter()))
                .orElse(null);
    }

    private static Table.Format format(String name) {
        return switch (name) {
            case "jsonl" -> Table.Format.JSONL;
            case "xlsx" -> Table.Format.XLSX;
            default -> Table.Format.CSV;
        };
    }

    private void dossier(HttpServletRequest request, DossierQuestion question, HttpServletResponse response)
            throws IOException {
        TreeHead head = dossier.begin(question);
        if (jobs.takesLong(question, head)) {
            jobs.ask(question, head);
            Told.keep(request, "DossierJobs.ask", "/history/export", List.of());
            response.sendRedirect("/history/export#jobs");
            return;
        }
        Path made = dossier.make(question, head);
        try {
            zip(head.size(), response);
            response.setContentLengthLong(Files.size(made));
            Files.copy(made, response.getOutputStream());
        } finally {
            Files.delete(made);
        }
    }

    /** Whether it is there to be taken. */
    private boolean announced(String id, HttpServletResponse response) throws IOException {
        Optional<DossierJob> job = jobs.look(id);
        if (job.isEmpty() || !job.get().ready()) {
            boolean gone = job.isPresent() && job.get().expired();
            response.sendError(gone ? HttpServletResponse.SC_GONE : HttpServletResponse.SC_NOT_FOUND);
            return false;
        }
        zip(job.get().size(), response);
        return true;
    }

    private static void zip(long size, HttpServletResponse response) {
        response.setContentType(ZIP);
        response.setHeader("Content-Disposition", "attachment; filename=\"kizuna-dossier-" + size + ".zip\"");
    }

    private @Nullable String name(@Nullable RecordRef record) {
        if (record == null) {
            return null;
        }
        SearchHit hit = directory.named(List.of(record)).get(record);
        return hit == null ? record.toString() : hit.reference() + " " + hit.title();
    }
}
