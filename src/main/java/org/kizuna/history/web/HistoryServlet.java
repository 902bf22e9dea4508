package org.kizuna.history.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.HistoryExport;
import org.kizuna.history.HistoryScope;
import org.kizuna.history.dossier.Dossier;
import org.kizuna.history.dossier.DossierQuestion;
import org.kizuna.history.proof.TreeHead;
import org.kizuna.search.RecordDirectory;
import org.kizuna.search.SearchHit;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.table.Table;

/** Streams the part of history that the auditor's page asks for. */
@WebServlet("/history/download")
public class HistoryServlet extends HttpServlet {

    @Inject
    private transient HistoryExport export;

    @Inject
    private transient Dossier dossier;

    @Inject
    private transient RecordDirectory directory;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String partner = request.getParameter("partner");
        String agreement = request.getParameter("agreement");
        Optional<RecordRef> cooperation = agreement == null ? find("Partner", partner) : find("Agreement", agreement);
        if (cooperation.isEmpty() && (partner != null || agreement != null)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        HistoryScope scope = new HistoryScope(
                cooperation.orElse(null),
                JournalView.day(request.getParameter("from")),
                JournalView.day(request.getParameter("to")));
        if ("dossier".equals(request.getParameter("format"))) {
            dossier(scope, response);
            return;
        }
        Table.Format format = "xlsx".equals(request.getParameter("format")) ? Table.Format.XLSX : Table.Format.CSV;
        long upTo = export.begin(scope, format);
        response.setContentType(format.mediaType());
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"kizuna-history-" + upTo + "." + format.extension() + "\"");
        export.write(scope, format, upTo, response.getOutputStream());
    }

    private void dossier(HistoryScope scope, HttpServletResponse response) throws IOException {
        RecordRef cooperation = scope.cooperation();
        SearchHit hit = cooperation == null
                ? null
                : directory.named(List.of(cooperation)).get(cooperation);
        DossierQuestion question =
                new DossierQuestion(scope, hit == null ? null : hit.reference() + " " + hit.title(), null, null);
        TreeHead head = dossier.begin(question);
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"kizuna-dossier-" + head.size() + ".zip\"");
        dossier.write(question, head, response.getOutputStream());
    }

    private Optional<RecordRef> find(String kind, @Nullable String reference) {
        return reference == null ? Optional.empty() : directory.find(kind, reference);
    }
}
