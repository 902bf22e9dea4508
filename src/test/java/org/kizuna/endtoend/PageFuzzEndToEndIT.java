package org.kizuna.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever is sent to a page, the answer is the sender's fault or none, and says so in words. */
@Tag("long")
class PageFuzzEndToEndIT {

    private static final long SEED = 20_261_201;

    /** What addresses of pages ask for, though no link shows it. */
    private static final List<String> ASKED = List.of(
            "ref",
            "id",
            "kind",
            "q",
            "sort",
            "after",
            "before",
            "from",
            "to",
            "with",
            "at",
            "run",
            "page",
            "sheet",
            "name",
            "next",
            "for",
            "donor",
            "partner",
            "agreement",
            "standingOn",
            "knownOn",
            "done");

    /** Addresses without a form. */
    private static final List<String> FILES = List.of(
            "/document/file",
            "/history/download",
            "/history/report-file",
            "/history/search-file",
            "/history/verifier",
            "/dashboard/portfolio-file",
            "/dashboard/figures",
            "/drafts",
            "/openapi",
            "/health",
            "/nothing");

    private static final List<String> STATES = List.of(
            "", "1%3A1", "stateless", "-1%3A-1", "%00", "%ED%A0%80", "rO0ABXNyAA%3D%3D", "9".repeat(3_000) + "%3A1");

    private static final List<String> PARTS = List.of(
            "%40all", "%40form", "%40none", "%40this", "form", "form%3A0%3Anothing", "%40%28%23x%29", "%23%7B1%7D", "");

    private static final List<String> TYPES = List.of(
            "application/json",
            "text/plain",
            "text/html; charset=utf-16",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/form-data; boundary=x",
            "multipart/mixed; boundary=x",
            "application/x-www-form-urlencoded; charset=bogus",
            "x");

    private static final List<String> MULTIPARTS = List.of(
            "",
            "--x",
            "--x--",
            "--x\r\n\r\n--x--",
            "--y\r\nContent-Disposition: form-data; name=\"form\"\r\n\r\nform\r\n--y--",
            "--x\r\nContent-Disposition: form-data\r\n\r\nform\r\n--x--",
            "--x\r\nContent-Disposition: form-data; name=\"form:file\"; filename=\"\0../../x\"\r\n\r\n1",
            "--x\r\nContent-Type: text/plain; charset=bogus\r\nContent-Disposition: form-data; name=\"form\"\r\n\r\nf\r\n--x--",
            "--x\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: form-data; name=\"form\"\r\n\r\n***\r\n--x--",
            "--x\r\n" + "X: y\r\n".repeat(5_000));

    private static Path data;
    private static Launched kizuna;

    private final Hostile hostile = new Hostile(SEED);
    private final SoftAssertions all = new SoftAssertions();
    private int requests;
    private int forms;

    @BeforeAll
    static void starts() throws IOException, InterruptedException {
        data = Files.createTempDirectory("kizuna-fuzz");
        kizuna = Launched.ready(data);
    }

    @AfterAll
    static void ends() throws IOException {
        kizuna.close();
        Samples.delete(data);
    }

    @Test
    void everyFormAnswersWithoutAFault() throws Exception {
        Visitor other = Visitor.of(kizuna, "officer2");
        String foreign = Visitor.forms(other.page("/partner/edit").body()).get(0).fields().stream()
                .filter(PageFuzzEndToEndIT::isState)
                .findFirst()
                .orElseThrow();
        for (Map.Entry<String, List<String>> reader : Pages.byReader().entrySet()) {
            Visitor visitor = Visitor.of(kizuna, reader.getKey().equals("nobody") ? null : reader.getKey());
            for (String path : reader.getValue()) {
                int there = Visitor.forms(visitor.page(path).body()).size();
                forms += there;
                for (int form = 0; form < there; form++) {
                    bendState(visitor, path, form, foreign);
                    bendFields(visitor, path, form);
                    press(visitor, path, form);
                    bendBody(visitor, path, form);
                }
            }
        }
        assertThat(forms).as("forms").isGreaterThan(25);
        Hostile.assertMany(requests, 1_500);
        all.assertAll();
    }

    private void bendState(Visitor visitor, String path, int number, String foreign) throws Exception {
        Visitor.Form form = fresh(visitor, path, number);
        List<String> fields = new ArrayList<>(form.fields());
        fields.removeIf(PageFuzzEndToEndIT::isState);
        String bare = String.join("&", fields);
        check(visitor, form, bare);
        check(visitor, form, bare + "&" + foreign);
        check(visitor, form, form.body() + "&" + foreign);
        for (String state : STATES) {
            check(visitor, form, bare + "&" + Visitor.STATE + "=" + state);
            check(visitor, form, bare + "&" + Visitor.STATE + "=" + state, "Faces-Request", "partial/ajax");
        }
    }

    private void bendFields(Visitor visitor, String path, int number) throws Exception {
        for (int turn = 0; turn < 3; turn++) {
            Visitor.Form form = fresh(visitor, path, number);
            check(visitor, form, pressed(form, bent(form, 0.7)));
            check(visitor, form, pressed(form, form.body().replace("&", "&" + hostile.text() + "=&")));
        }
        Visitor.Form form = fresh(visitor, path, number);
        // a step that was taken leaves fewer of them
        for (int field = 0; field < form.fields().size(); field++) {
            List<String> fields = new ArrayList<>(form.fields());
            String name = fields.get(field).split("=", -1)[0];
            if (hostile.now(0.5)) {
                fields.remove(field);
            } else {
                fields.set(field, name + "=" + hostile.text());
            }
            check(visitor, form, pressed(form, String.join("&", fields)));
            form = fresh(visitor, path, number);
        }
        check(visitor, form, form.body() + "&" + form.body());
        check(visitor, fresh(visitor, path, number), "");
        Visitor.Form rows = fresh(visitor, path, number);
        for (int many : List.of(900, 1_500, 5_000)) {
            String more = IntStream.range(0, many)
                    .mapToObj(row -> rows.id() + "%3Anames%3A" + row + "%3Aname=" + row)
                    .collect(Collectors.joining("&"));
            check(visitor, rows, rows.body() + "&" + more);
        }
        Visitor.Form large = fresh(visitor, path, number);
        check(visitor, large, large.body().replaceFirst("=(&|$)", "=" + "a".repeat(900_000) + "$1"));
        check(visitor, large, large.body() + "&x=" + "a".repeat(1_100_000));
    }

    /** Every button, and everything that a script of the page asks for, with fields that nobody typed. */
    private void press(Visitor visitor, String path, int number) throws Exception {
        Visitor.Form form = fresh(visitor, path, number);
        Set<String> sources = new TreeSet<>(form.sources());
        sources.addAll(form.buttons());
        for (String source : sources) {
            Visitor.Form now = fresh(visitor, path, number);
            String name = Visitor.encoded(source);
            check(visitor, now, bent(now, 0.3) + "&" + name + "=" + name);
            Visitor.Form part = fresh(visitor, path, number);
            check(visitor, part, ajax(bent(part, 0.3), name), "Faces-Request", "partial/ajax");
            Visitor.Form asked = fresh(visitor, path, number);
            String question = "&" + name + "_query=" + hostile.text() + "&" + name + "_event="
                    + hostile.text() + "&jakarta.faces.behavior.event="
                    + hostile.any(List.of("itemSelect", "change", "query", "x", "%00"));
            check(visitor, asked, ajax(asked.body(), name) + question, "Faces-Request", "partial/ajax");
        }
        Visitor.Form nothing = fresh(visitor, path, number);
        check(visitor, nothing, ajax(nothing.body(), hostile.text()), "Faces-Request", "partial/ajax");
        check(visitor, nothing, ajax(nothing.body(), "form%3Anothing%3A0"), "Faces-Request", "partial/ajax");
    }

    private void bendBody(Visitor visitor, String path, int number) throws Exception {
        Visitor.Form form = fresh(visitor, path, number);
        for (String body : List.of("%", "%zz=%zz", "&&&=&=&", "form", "\u00ff\u00fe", form.body() + "%")) {
            check(visitor, form, body);
        }
        for (String type : TYPES) {
            check(visitor, form, form.body(), "Content-Type", type);
        }
        for (String body : MULTIPARTS) {
            check(visitor, form, body, "Content-Type", "multipart/form-data; boundary=x");
        }
        Visitor.Form parts = fresh(visitor, path, number);
        String good = parts.fields().stream()
                .map(field -> "--x\r\nContent-Disposition: form-data; name=\""
                        + field.split("=", -1)[0].replace("%3A", ":") + "\"\r\n\r\n"
                        + field.split("=", -1)[1].replace("%3A", ":") + "\r\n")
                .collect(Collectors.joining());
        String file = """
                --x
                Content-Disposition: form-data; name="form:file"; filename="%s"
                Content-Type: %s

                %s
                """.replace("\n", "\r\n");
        String pressed = parts.buttons().stream()
                .map(name -> "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n\r\n")
                .collect(Collectors.joining());
        for (String name : List.of("", "a.csv", "../../a.pdf", "a\0.csv", "x".repeat(3_000), "\u00ff\u00fe.xlsx")) {
            String sent =
                    file.formatted(name, hostile.any(TYPES), hostile.text().repeat(hostile.now(0.5) ? 1 : 900));
            check(
                    visitor,
                    parts,
                    good + sent + pressed + "--x--\r\n",
                    "Content-Type",
                    "multipart/form-data; boundary=x");
        }
    }

    @Test
    void everyAddressAnswersWithoutAFault() throws Exception {
        for (Map.Entry<String, List<String>> reader : Pages.byReader().entrySet()) {
            Visitor visitor = Visitor.of(kizuna, reader.getKey().equals("nobody") ? null : reader.getKey());
            List<String> paths = new ArrayList<>(reader.getValue());
            paths.addAll(FILES);
            for (String path : paths) {
                Set<String> names = Visitor.parameters(visitor.page(path).body());
                names.addAll(ASKED);
                for (String name : names) {
                    String separator = path.contains("?") ? "&" : "?";
                    read(visitor, path + separator + name + "=" + hostile.text().replace(" ", "+"));
                    String bare = path.split("\\?", -1)[0];
                    read(visitor, bare + "?" + name + "=" + hostile.text().replace(" ", "+") + "&" + name + "=x");
                    read(visitor, path.replaceAll("=[^&]*", "=" + hostile.text().replace(" ", "+")));
                }
            }
        }
        Hostile.assertMany(requests, 3_000);
        all.assertAll();
    }

    private void read(Visitor visitor, String path) throws Exception {
        requests++;
        judge("GET " + path, visitor.get(path), FILES.stream().anyMatch(path::startsWith));
    }

    private Visitor.Form fresh(Visitor visitor, String path, int number) throws Exception {
        List<Visitor.Form> there = Visitor.forms(visitor.page(path).body());
        // a step that was taken leaves fewer of them
        return there.get(Math.min(number, there.size() - 1));
    }

    private void check(Visitor visitor, Visitor.Form form, String body, String... headers) throws Exception {
        requests++;
        HttpResponse<String> answer;
        try {
            answer = visitor.post(form.action(), body, headers);
        } catch (IOException e) {
            // the server hangs up on what it has refused by its length, at times before it was heard
            assertThat(body.length()).as(form.action()).isGreaterThan(1 << 20);
            return;
        }
        judge("POST " + form.action() + " " + List.of(headers) + " " + body, answer, headers.length > 0);
    }

    private void judge(String what, HttpResponse<String> answer, boolean toAScript) {
        Hostile.assertNoFault(all, what, answer);
        if (answer.statusCode() >= 400 && !toAScript) {
            all.assertThat(answer.body())
                    .as("%d in words: %.400s", answer.statusCode(), what)
                    .contains("Kizuna</title>");
        }
    }

    private String bent(Visitor.Form form, double chance) {
        List<String> fields = new ArrayList<>();
        for (String field : form.fields()) {
            boolean bends = hostile.now(chance) && !isState(field) && !field.equals(form.id() + "=" + form.id());
            fields.add(bends ? field.split("=", -1)[0] + "=" + hostile.text() : field);
        }
        return String.join("&", fields);
    }

    private String pressed(Visitor.Form form, String body) {
        List<String> buttons = form.buttons().isEmpty() ? Collections.singletonList("x") : form.buttons();
        String button = Visitor.encoded(hostile.any(buttons));
        return body + "&" + button + "=" + button;
    }

    private String ajax(String body, String source) {
        return body + "&jakarta.faces.partial.ajax=true&jakarta.faces.source=" + source
                + "&jakarta.faces.partial.execute=" + hostile.any(PARTS)
                + "&jakarta.faces.partial.render=" + hostile.any(PARTS) + "&" + source + "=" + source;
    }

    private static boolean isState(String field) {
        return field.startsWith(Visitor.STATE + "=");
    }
}
