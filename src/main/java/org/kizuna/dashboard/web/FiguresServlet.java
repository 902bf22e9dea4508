package org.kizuna.dashboard.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.figure.DonorFigures;
import org.kizuna.figure.DonorYear;
import org.kizuna.figure.FigureCriteria;
import org.kizuna.history.report.ReportRegister;
import org.kizuna.page.web.CurrentUser;
import org.kizuna.shared.Money;
import org.kizuna.shared.Words;
import org.kizuna.shared.table.Table;
import org.kizuna.shared.table.Tables;

/**
 * The dashboard's figures as a file, one row for each donor, year and instrument. A figure is rounded once, where it is
 * shown: a sum over rows is the page's when the exact figures are added.
 */
@WebServlet("/dashboard/figures")
public class FiguresServlet extends HttpServlet {

    private static final int AT_ONCE = 1000;

    @Inject
    private transient DashboardFilter filter;

    @Inject
    private transient DonorFigures figures;

    @Inject
    private transient ReportRegister register;

    @Inject
    private transient CurrentUser you;

    /** Nothing is taken away with it, and nothing journaled. */
    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) {
        announce(format(request), response);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Table.Format format = format(request);
        FigureCriteria criteria = filter.criteria();
        register.takeFigures("donors", format.name(), filter.detail());
        announce(format, response);
        String code = filter.currency().getCurrencyCode();
        List<String> header = List.of(
                "donor",
                "donor_name",
                "year",
                "instrument",
                "pledged_" + code,
                "committed_" + code,
                "received_" + code,
                "unconfirmed_" + code,
                "entries",
                "not_convertible",
                "pledged_exact",
                "committed_exact",
                "received_exact");
        boolean worded = format == Table.Format.XLSX;
        try (Table table = Tables.open(
                format,
                response.getOutputStream(),
                "Donors",
                worded ? header.stream().map(this::head).toList() : header)) {
            DonorFigures.@Nullable Place last = null;
            List<DonorYear> some;
            do {
                some = figures.byDonor(criteria, filter.currency(), last, AT_ONCE);
                for (DonorYear row : some) {
                    write(table, row, worded);
                    last = new DonorFigures.Place(row.donorName(), row.donorId(), row.year(), row.instrument());
                }
            } while (some.size() == AT_ONCE);
        }
    }

    private static Table.Format format(HttpServletRequest request) {
        return "xlsx".equals(request.getParameter("format")) ? Table.Format.XLSX : Table.Format.CSV;
    }

    private void announce(Table.Format format, HttpServletResponse response) {
        FigureCriteria criteria = filter.criteria();
        response.setContentType(format.mediaType());
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"kizuna-donors-" + criteria.fromYear() + "-" + criteria.toYear() + "."
                        + format.extension() + "\"");
    }

    private void write(Table table, DonorYear row, boolean worded) throws IOException {
        table.row(Arrays.asList(
                row.donor().value(),
                row.donorName(),
                Integer.toString(row.year()),
                worded
                        ? Words.label(you.getLocale(), row.instrument())
                        : row.instrument().name(),
                plain(row.figures().pledged()),
                plain(row.figures().committed()),
                plain(row.figures().received()),
                plain(row.figures().unconfirmed()),
                Long.toString(row.figures().entries()),
                Long.toString(row.figures().notConvertible()),
                exact(row.figures().pledged()),
                exact(row.figures().committed()),
                exact(row.figures().received())));
    }

    /** What a column is called where people read it. */
    private String head(String column) {
        String code = filter.currency().getCurrencyCode();
        return Words.text(you.getLocale(), "workbook." + column.replace("_" + code, ""), code);
    }

    private static String exact(BigDecimal figure) {
        return figure.signum() == 0 ? "0" : figure.stripTrailingZeros().toPlainString();
    }

    private String plain(BigDecimal figure) {
        return Money.rounded(figure, filter.currency()).plain();
    }
}
