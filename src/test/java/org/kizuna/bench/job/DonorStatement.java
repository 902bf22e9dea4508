package org.kizuna.bench.job;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.kizuna.bench.Site;
import org.kizuna.bench.Visitor;

/** A statement of contributions, brought and entered at the pages where an officer does so. */
final class DonorStatement {

    private static final String HEADER = "calendar_year,donor,category,revenue_type,amount_usd\r\n";
    static final List<String> TYPES = List.of("Assessed", "Voluntary un-earmarked", "Voluntary earmarked", "Other");

    private final StringBuilder csv = new StringBuilder(HEADER);

    void add(int year, String donor, int type, int number) {
        csv.append(year)
                .append(",\"")
                .append(donor.replace("\"", "\"\""))
                .append("\",Academic,")
                .append(TYPES.get(type % TYPES.size()))
                .append(',')
                .append(1 + number % 90_000)
                .append('.')
                .append(10 + number % 90)
                .append("\r\n");
    }

    /**
     * Uploads it, looks at what was found, and enters it.
     *
     * @return reference of the import
     */
    String enter(Site site) throws IOException, InterruptedException {
        Visitor officer = site.as("officer");
        Map<String, String> form = Visitor.form(officer.get("/exchange/upload"));
        form.put("form:source", "Benchmark");
        form.remove("form:file");
        form.put("form:bring", "");
        byte[] file = csv.toString().getBytes(StandardCharsets.UTF_8);
        String view = redirected(officer.send("/exchange/upload", form, "form:file", "statement.csv", file));
        Map<String, String> preview = Visitor.form(officer.get(view));
        if (!preview.containsKey("form:enter")) {
            throw new IOException("The statement can't be entered: " + view);
        }
        preview.remove("form:discard");
        String entered = redirected(officer.post(view, preview));
        if (!entered.equals(view)) {
            throw new IOException("The statement was not entered: " + entered);
        }
        return view.substring(view.indexOf("ref=") + 4);
    }

    private static String redirected(HttpResponse<String> answer) throws IOException {
        String location = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() != 302 || location.isEmpty()) {
            throw new IOException("Refused with " + answer.statusCode());
        }
        return location.replaceFirst("^https?://[^/]+", "");
    }
}
