package org.kizuna.history.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.JournalScan;
import org.kizuna.history.report.JournalSearch;
import org.kizuna.history.report.SearchCriteria;
import org.kizuna.shared.Time;
import org.kizuna.shared.paging.Page;
import org.omnifaces.cdi.Param;

/** The whole journal, newest first, or what is searched for in it. */
@Named
@RequestScoped
public class JournalView {

    private static final int ROWS = 50;
    private static final List<String> ASKED =
            List.of("actor", "role", "action", "channel", "kind", "ref", "field", "value", "from", "to");

    @Inject
    private JournalSearch search;

    @Inject
    private ChangeRows rows;

    @Inject
    private JournalWords words;

    @Inject
    private HttpServletRequest request;

    @Inject
    @Param
    private @Nullable String after;

    private SearchCriteria criteria;
    private Page<ChangeRow> page;
    private @Nullable Instant searchedTo;

    @PostConstruct
    void load() {
        criteria = criteria(request);
        JournalScan.Found found = search.find(criteria, after, ROWS);
        List<ChangeRow> items = found.entries().stream().map(rows::of).toList();
        page = new Page<>(items, found.next(), null);
        searchedTo = found.searchedTo();
    }

    /** What the address asks for. */
    static SearchCriteria criteria(HttpServletRequest request) {
        return new SearchCriteria(
                given(request, "actor"),
                given(request, "role"),
                given(request, "action"),
                given(request, "channel"),
                given(request, "kind"),
                given(request, "ref"),
                given(request, "field"),
                given(request, "value"),
                day(request.getParameter("from")),
                day(request.getParameter("to")));
    }

    static @Nullable String given(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : Time.day(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** These parameters of the address as they are, each with an ampersand before it. */
    static String asked(HttpServletRequest request, List<String> names) {
        return names.stream()
                .filter(name -> given(request, name) != null)
                .map(name -> "&" + name + "="
                        + URLEncoder.encode(String.valueOf(given(request, name)), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }

    /** What the address asks for, for the address of the same as a file. */
    public String getAsked() {
        return asked(request, ASKED);
    }

    public Page<ChangeRow> getPage() {
        return page;
    }

    /** How far back was looked, when looking ended before the page was full; else null. */
    public @Nullable Instant getSearchedTo() {
        return searchedTo;
    }

    public boolean isFiltered() {
        return !criteria.isEmpty();
    }

    public Map<String, String> getRoles() {
        return words.roles();
    }

    public Map<String, String> getChannels() {
        return words.channels();
    }

    public Map<String, String> getActions() {
        return words.actions();
    }

    public Map<String, String> getKinds() {
        return words.kinds();
    }

    public Map<String, String> getFields() {
        return words.fields(criteria.kind());
    }
}
