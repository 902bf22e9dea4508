package org.kizuna.dashboard.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kizuna.figure.AsOf;
import org.kizuna.figure.PortfolioQueries;
import org.kizuna.history.report.ReportRegister;
import org.kizuna.page.web.CurrentUser;
import org.kizuna.shared.Time;
import org.kizuna.shared.Words;
import org.kizuna.shared.table.Table;
import org.kizuna.shared.table.Tables;

/** The portfolio of two days as a file: money by donor and currency, then agreements. */
@WebServlet("/dashboard/portfolio-file")
public class PortfolioServlet extends HttpServlet {

    private static final int AT_ONCE = 1000;
    private static final List<String> HEADER = List.of(
            "what",
            "reference",
            "name",
            "status",
            "currency",
            "pledged",
            "committed",
            "received",
            "unconfirmed",
            "ceiling",
            "standing_on",
            "known_on");

    private static final Set<String> SUMS = Set.of("pledged", "committed", "received", "unconfirmed");

    @Inject
    private transient PortfolioQueries portfolio;

    @Inject
    private transient Clock clock;

    @Inject
    private transient ReportRegister register;

    @Inject
    private transient CurrentUser you;

    /** Nothing is taken away with it, and nothing journaled. */
    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) {
        LocalDate today = Time.today(clock);
        LocalDate standing = Objects.requireNonNullElse(PortfolioView.day(request.getParameter("standingOn")), today);
        LocalDate known = Objects.requireNonNullElse(PortfolioView.day(request.getParameter("knownOn")), today);
        announce(standing, known, format(request), response);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        LocalDate today = Time.today(clock);
        LocalDate standing = Objects.requireNonNullElse(PortfolioView.day(request.getParameter("standingOn")), today);
        LocalDate known = Objects.requireNonNullElse(PortfolioView.day(request.getParameter("knownOn")), today);
        Table.Format format = format(request);
        register.takeFigures(
                "portfolio", format.name(), Map.of("standingOn", standing.toString(), "knownOn", known.toString()));
        announce(standing, known, format, response);
        AsOf asOf = AsOf.of(standing, known);
        boolean worded = format == Table.Format.XLSX;
        List<String> header = worded ? HEADER.stream().map(this::head).toList() : HEADER;
        try (Table table = Tables.open(format, response.getOutputStream(), "Portfolio", header)) {
            money(table, asOf, known, worded);
            agreements(table, asOf, known, worded);
        }
    }

    /** What a column is called where people read it. */
    private String head(String column) {
        return text(SUMS.contains(column) ? column + "Sum" : column);
    }

    private String text(String key) {
        return Words.text(you.getLocale(), "workbook." + key);
    }

    private static Table.Format format(HttpServletRequest request) {
        return "xlsx".equals(request.getParameter("format")) ? Table.Format.XLSX : Table.Format.CSV;
    }

    private static void announce(
            LocalDate standing, LocalDate known, Table.Format format, HttpServletResponse response) {
        response.setContentType(format.mediaType());
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"kizuna-portfolio-" + standing + "-" + known + "." + format.extension() + "\"");
    }

    private void money(Table table, AsOf asOf, LocalDate known, boolean worded) throws IOException {
        PortfolioQueries.@Nullable Money last = null;
        List<PortfolioQueries.Money> some;
        do {
            some = portfolio.byDonor(asOf, last, AT_ONCE);
            for (PortfolioQueries.Money row : some) {
                table.row(Arrays.asList(
                        worded ? text("MONEY") : "MONEY",
                        row.donor(),
                        row.donorName(),
                        null,
                        row.currency(),
                        row.pledged().stripTrailingZeros().toPlainString(),
                        row.committed().stripTrailingZeros().toPlainString(),
                        row.received().stripTrailingZeros().toPlainString(),
                        row.unconfirmed().stripTrailingZeros().toPlainString(),
                        null,
                        asOf.standingOn().toString(),
                        known.toString()));
                last = row;
            }
        } while (some.size() == AT_ONCE);
    }

    private void agreements(Table table, AsOf asOf, LocalDate known, boolean worded) throws IOException {
        long last = 0;
        List<PortfolioQueries.StandingAgreement> some;
        do {
            some = portfolio.agreements(asOf, last, AT_ONCE);
            for (PortfolioQueries.StandingAgreement row : some) {
                table.row(Arrays.asList(
                        worded ? text("AGREEMENT") : "AGREEMENT",
                        row.reference(),
                        row.title(),
                        worded ? Words.text(you.getLocale(), "AgreementStatus." + row.status()) : row.status(),
                        row.currency(),
                        null,
                        null,
                        null,
                        null,
                        row.ceiling() == null ? null : row.ceiling().toPlainString(),
                        asOf.standingOn().toString(),
                        known.toString()));
                last = row.id();
            }
        } while (some.size() == AT_ONCE);
    }
}
