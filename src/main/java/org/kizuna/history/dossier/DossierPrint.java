package org.kizuna.history.dossier;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import org.kizuna.print.HtmlToPdf;

/** The report on paper. */
final class DossierPrint {

    private static final String STYLE = "@page{size:A4 landscape;margin:14mm 12mm 16mm;@bottom-right{"
            + "font:8pt print;color:#6b7686;content:counter(page) ' / ' counter(pages)}}"
            + "body{font:8.5pt/1.45 print}code{font-family:print;word-wrap:break-word}h1{font-size:17pt;"
            + "font-weight:normal;margin:0 0 4mm}h2{font-size:12pt;font-weight:normal;margin:6mm 0 2mm;"
            + "page-break-after:avoid}table{-fs-table-paginate:paginate;table-layout:fixed}"
            + "td,th{padding:1mm 2mm;word-wrap:break-word}th{font-weight:normal;color:#4a5563;width:20%}"
            + ".changes th{background-color:#eef1f5;width:14%}.changes th:last-child{width:44%}.changes tr{page-break-inside:auto}";

    private DossierPrint() {}

    /**
     * @param page well-formed
     * @param moment when all that stands in it was known
     */
    static void write(String page, Instant moment, OutputStream out) throws IOException {
        HtmlToPdf.write(page, STYLE, moment, out);
    }
}
